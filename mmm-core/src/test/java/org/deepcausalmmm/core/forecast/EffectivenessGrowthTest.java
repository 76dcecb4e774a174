package org.deepcausalmmm.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EffectivenessGrowthTest {
  private static final int WEEKS = 104;
  private static final double[] SHARE = {0.2, 0.1};

  @Test
  void growsAsThePathsFoundChange() {
    EffectivenessGrowth growth = EffectivenessGrowth.of(path(0.3), sd(0), SHARE, 13);
    for (int h = 1; h <= 13; h++) {
      double wave =
          2 * Math.pow(Math.sin(Math.PI * h / 52), 2) * 0.3 * 0.3; // mean (sin a - sin b)²
      assertThat(growth.at(h)).isCloseTo(0.2 * 0.2 * wave, within(0.1 * 0.2 * 0.2 * wave));
    }
    assertThat(growth.at(20)).isEqualTo(growth.at(13));
  }

  @Test
  void countsWhatIsUncertainOfAChannelWhosePathIsNotFound() {
    double known = EffectivenessGrowth.of(path(0.3), sd(0), SHARE, 13).at(5);
    double unsure = EffectivenessGrowth.of(path(0.3), sd(0.3), SHARE, 13).at(5);
    double expected = 1 + (0.2 * 0.2 + 0.1 * 0.1) * 0.3 * 0.3 / (0.2 * 0.2 * 0.3 * 0.3 / 2);
    assertThat(unsure / known).isCloseTo(expected, within(1e-9));
  }

  @Test
  void isNothingWhereEffectivenessDoesNotMove() {
    assertThat(EffectivenessGrowth.of(path(0), sd(0.2), SHARE, 13).at(13)).isZero();
  }

  /** Returns a first channel that swings once in 52 weeks, and a second that stays. */
  private static double[][] path(double amplitude) {
    double[][] path = new double[WEEKS][];
    for (int t = 0; t < WEEKS; t++) {
      path[t] = new double[] {Math.exp(amplitude * Math.sin(2 * Math.PI * t / 52)), 1};
    }
    return path;
  }

  private static double[][] sd(double value) {
    double[][] sd = new double[WEEKS][];
    for (int t = 0; t < WEEKS; t++) {
      sd[t] = new double[] {value, value};
    }
    return sd;
  }
}
