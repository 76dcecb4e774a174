package org.deepcausalmmm.data.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.config.ExperimentConfig.ExperimentKind;
import org.deepcausalmmm.data.config.ExperimentConfig.ExperimentResult;
import org.deepcausalmmm.data.config.ExperimentConfig.TestSpend;
import org.deepcausalmmm.data.config.ExperimentConfig.Treatment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExperimentSectionTest {
  private static final String VALID =
      """
      experiments:
        - channel: tv
          kind: go-dark
          regions: [north]
          from: "2024-03-04"
          to: "2024-04-22"
          spend: {actual: 0, without: 1000}
          lift: -12345678.5
          standard_error: 0.0001
      """;

  private static List<ExperimentConfig> read(String yaml) {
    return new ConfigurationReader().read("c.yaml", yaml).model().experiments();
  }

  @Test
  void whatIsWrittenIsReadBackEqual() {
    List<ExperimentConfig> experiments =
        List.of(
            new ExperimentConfig(
                "off: north",
                "tv",
                new Treatment(ExperimentKind.SWITCHBACK, List.of("1", "no"), "7", "12", 3, null),
                new ExperimentResult(-1.23456789e9, 2.5e-5, "a \"test\"")),
            new ExperimentConfig(
                "all",
                "tv",
                new Treatment(
                    ExperimentKind.USER_LEVEL,
                    List.of(),
                    "2024-01-01",
                    "2024-01-08",
                    0,
                    new TestSpend(9, 0)),
                new ExperimentResult(0, 1, "")));
    assertThat(read(new ConfigurationWriter().writeExperiments(experiments)))
        .isEqualTo(experiments);
  }

  @Test
  void aChannelOfAnExperimentThatIsNotThereIsNamedWithItsLine() {
    ConfigurationDraft draft = new ConfigurationReader().read("c.yaml", VALID);
    DataConfig radio =
        new DataConfig(
            null,
            "week",
            "sales",
            null,
            null,
            List.of(new DataConfig.ChannelColumns("radio", "radio", null)),
            List.of(),
            List.of());
    assertThatThrownBy(() -> draft.complete(radio))
        .isInstanceOf(MmmException.class)
        .hasMessageContaining("line 2, experiments[0]: there is no channel 'tv'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "standard_error: 0.0001|standard_error: 0|standard_error is 0.0",
        "kind: go-dark|kind: go-drak|is not a kind of experiment",
        "lift: -12345678.5|lift: many|not a number.",
        "actual: 0,|actual: 1000,|as much was spent as without",
        "actual: 0,|actual: -1,|spend is negative",
        "kind: go-dark|knd: go-dark|is missing.",
      })
  void badValuesAreRefusedWithTheirPlace(String good, String bad, String message) {
    assertThatThrownBy(() -> read(VALID.replace(good, bad)))
        .isInstanceOf(MmmException.class)
        .hasMessageContaining("c.yaml, line")
        .hasMessageContaining("experiments[0]")
        .hasMessageContaining(message);
  }

  @Test
  void twoExperimentsOfOneNameAreRefused() {
    assertThatThrownBy(() -> read(VALID + VALID.substring(VALID.indexOf("  -"))))
        .isInstanceOf(MmmException.class)
        .hasMessageContaining("two experiments are called 'tv 2024-03-04'");
  }
}
