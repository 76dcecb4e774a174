package org.deepcausalmmm.core.modelfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.deepcausalmmm.data.FrequencyResponse;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.Period;
import org.deepcausalmmm.data.ReachFrequency;
import org.deepcausalmmm.data.TreatmentBaseline;
import org.deepcausalmmm.data.Weeks;
import org.deepcausalmmm.data.panel.PanelBuilder;
import org.junit.jupiter.api.Test;

class PanelCodecTest {

  @Test
  void monthsStayMonths() {
    int months = 48;
    double[] sales = new double[months];
    double[] spend = new double[months];
    for (int t = 0; t < months; t++) {
      sales[t] = 1000 + 37 * t % 101;
      spend[t] = 5 + t % 7;
    }
    Panel panel =
        PanelBuilder.national(Weeks.months(LocalDate.of(2020, 11, 1), months))
            .outcome("sales", sales)
            .channel("tv", spend)
            .build();

    Panel read =
        PanelCodec.read(
            new Json("panel", PanelCodec.describe(panel)),
            new Tensors("panel", PanelCodec.arrays(panel)));

    assertThat(read.weeks().period()).isEqualTo(Period.MONTH);
    assertThat(read.weeks().label(2)).isEqualTo(panel.weeks().label(2)).isEqualTo("2021-01-01");
    assertThat(read.weeks().label(months - 1)).isEqualTo("2024-10-01");
    assertThat(DataFingerprint.of(read)).isEqualTo(DataFingerprint.of(panel));
  }

  @Test
  void rolesOfColumnsStayAsTheyAre() {
    double[][] spend = new double[2][60];
    double[][] reach = new double[2][60];
    double[][] frequency = new double[2][60];
    double[][] sales = new double[2][60];
    for (int t = 0; t < 60; t++) {
      for (int r = 0; r < 2; r++) {
        spend[r][t] = 5 + (t + r) % 7;
        reach[r][t] = 100 + (t * 3 + r) % 11;
        frequency[r][t] = 1 + (t + 2 * r) % 4;
        sales[r][t] = 1000 + 37 * t % 101;
      }
    }
    Panel built =
        PanelBuilder.regional(List.of("north", "south"), Weeks.from(1, 60))
            .outcome("sales", sales)
            .contacts("video", spend, reach, frequency)
            .channel("tv", spend)
            .spreadByPopulation("tv")
            .treatment("price", TreatmentBaseline.of("max").orElseThrow(), spend)
            .build();
    ReachFrequency contacts = built.channels().get(0).source().contacts();
    assertThat(contacts).isNotNull();
    Panel panel =
        built.withChannels(
            List.of(
                built.channels().get(0).respondingBy(contacts.with(FrequencyResponse.prior(2.5))),
                built.channels().get(1)));

    Panel read =
        PanelCodec.read(
            new Json("panel", PanelCodec.describe(panel)),
            new Tensors("panel", PanelCodec.arrays(panel)));

    assertThat(DataFingerprint.of(read)).isEqualTo(DataFingerprint.of(panel));
    ReachFrequency again = read.channels().get(0).source().contacts();
    assertThat(again).isNotNull();
    assertThat(again.exposure()).isDeepEqualTo(panel.channels().get(0).exposure());
    assertThat(read.channels().get(1).source().national()).isTrue();
    assertThat(read.controls().get(0).treatment())
        .isEqualTo(TreatmentBaseline.of("max").orElseThrow());
  }
}
