package org.deepcausalmmm.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.config.ConfigurationReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests that a wrong component or option of a configuration is refused with file, line and the
 * nearest name.
 */
class ConfigurationCheckTest {
  private final ComponentCreator creator = new ComponentCreator(ComponentDiscovery.fromClassPath());

  private void check(String yaml) {
    creator.check(new ConfigurationReader().read("c.yaml", yaml));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          model: {saturation: {type: hil}} | c.yaml, line 1, model.saturation: | hill
          model:~  saturation:~    channels: {}~    type: hil | line 4, model.saturation: | hill
          model:~  temporal:~    type: gru~    options:~      max_lag: 3~      hiden: 4 | line 6 | hidden
          model:~  temporal:~    type: gru~    options:~      max_lag: 99 | line 5 | 1 and 52
          model:~  saturation:~    channels:~      tv:~        type: tan | line 5, model.saturation.channels.tv: | tanh
          model:~  priors:~    - type: roi~      channel: tv~      mean: 2~      ds: 1 | line 6, model.priors[0]: | sd
          model:~  priors:~    - {type: roi, channel: tv, mean: 2} | line 3, model.priors[0]: | sd
          model:~  loss:~    type: student-t~    options: {degrees_of_freedom: 0.5} | line 4, model.loss: | 1 to 200
          """)
  void namesTheLineAndWhatIsProbablyMeant(String yaml, String place, String advice) {
    assertThatExceptionOfType(MmmException.class)
        .isThrownBy(() -> check(yaml.replace('~', '\n')))
        .withMessageContaining(place)
        .satisfies(e -> assertThat(e.getMessage() + e.advice()).contains(advice));
  }

  @Test
  void acceptsWhatIsRight() {
    check(
        """
        model:
          temporal: {type: delayed, options: {max_delay: 3, effectiveness: basis}}
          saturation: {channels: {tv: {type: tanh}}}
          priors: [{type: media-share, mean: 0.3, sd: 0.1}]
        """);
  }
}
