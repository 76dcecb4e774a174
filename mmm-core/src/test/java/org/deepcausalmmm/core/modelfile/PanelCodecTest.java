package org.deepcausalmmm.core.modelfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.Period;
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
}
