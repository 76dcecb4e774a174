package org.deepcausalmmm.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.config.ConfigurationReader;
import org.deepcausalmmm.data.config.DataConfig;
import org.junit.jupiter.api.Test;

class TreatmentBaselineTest {
  private static final double[][] OBSERVED = {{4, 1, 100}, {3, 2, -100}};

  private static double of(String text) {
    return TreatmentBaseline.of(text).orElseThrow().in(OBSERVED, 2);
  }

  @Test
  void isAQuantileOfAllRegionsAndTheFirstWeeksOrANumber() {
    assertThat(of("min")).isEqualTo(1);
    assertThat(of("q1")).isEqualTo(1.75);
    assertThat(of("median")).isEqualTo(2.5);
    assertThat(of("max")).isEqualTo(4);
    assertThat(of("9.5")).isEqualTo(9.5);
    assertThat(TreatmentBaseline.of("least")).isEmpty();
    assertThat(TreatmentBaseline.of("NaN")).isEmpty();
  }

  private static DataConfig configured(String baselines) {
    return new ConfigurationReader()
        .read(
            "c.yaml",
            "data: {time: week, outcome: sales, channels: [tv], treatments: [price, promo],"
                + " treatment_baselines: "
                + baselines
                + "}")
        .data();
  }

  @Test
  void isReadFromTheConfigurationByTreatment() {
    DataConfig data = configured("{price: max}");

    assertThat(data).isNotNull();
    assertThat(data.others().baseline("price").text()).isEqualTo("max");
    assertThat(data.others().baseline("promo")).isEqualTo(TreatmentBaseline.DEFAULT);
  }

  @Test
  void refusesUnknownTreatmentsAndValues() {
    assertThatThrownBy(() -> configured("{prize: max}"))
        .hasMessageContaining("'prize' is not a treatment")
        .extracting(e -> ((MmmException) e).code())
        .isEqualTo("MMM-CONFIG-003");
    assertThatThrownBy(() -> configured("{price: usual}"))
        .hasMessageContaining("usual")
        .extracting(e -> ((MmmException) e).code())
        .isEqualTo("MMM-CONFIG-006");
  }
}
