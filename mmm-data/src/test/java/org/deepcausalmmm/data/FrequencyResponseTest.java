package org.deepcausalmmm.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FrequencyResponseTest {
  @Test
  void countsAContactAsOneAtTheTypicalFrequency() {
    FrequencyResponse response = FrequencyResponse.prior(3);

    assertThat(response.at(3)).isCloseTo(3, within(1e-12));
    assertThat(response.at(0)).isZero();
    assertThat(response.at(6)).isBetween(3.0, 6.0);
    assertThat(Arrays.stream(response.weight()).sum()).isCloseTo(1, within(1e-12));
  }

  @Test
  void putsTheBestFrequencyWhereAContactHasMostEffect() {
    for (int curve = 0; curve < FrequencyResponse.curves(); curve++) {
      double best = FrequencyResponse.best(curve, 20);
      FrequencyResponse response = FrequencyResponse.curve(2, curve);
      for (double frequency = 1; frequency <= 20; frequency += 0.25) {
        assertThat(response.at(frequency) / frequency)
            .isLessThanOrEqualTo(response.at(best) / best + 1e-9);
      }
    }
  }

  @Test
  void weighsTheCurvesByTheirLikelihood() {
    double[] likelihood = new double[FrequencyResponse.curves()];
    likelihood[10] = 50;

    assertThat(FrequencyResponse.posterior(2, likelihood).weight()[10]).isCloseTo(1, within(1e-9));
  }

  @Test
  void makesExposureOfReach() {
    ReachFrequency contacts =
        new ReachFrequency(new double[][] {{10, 0, 20}}, new double[][] {{2, 5, 4}}, null);

    assertThat(contacts.exposure()[0]).containsExactly(20, 0, 80);
    assertThat(contacts.meanFrequency(3)).isCloseTo(100.0 / 30, within(1e-12));
    double typical = contacts.meanFrequency(3);
    double[] saturated = contacts.with(FrequencyResponse.prior(typical)).exposure()[0];
    assertThat(saturated[0]).isGreaterThan(20);
    assertThat(saturated[2]).isLessThan(80);
  }
}
