package org.deepcausalmmm.core.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FitChecksTest {
  private static double[][] noise(double missing) {
    SplittableRandom random = new SplittableRandom(4);
    double[][] residuals = new double[20][150];
    for (double[] row : residuals) {
      for (int t = 0; t < row.length; t++) {
        double value = random.nextGaussian();
        row[t] = random.nextDouble() < missing ? Double.NaN : value;
      }
    }
    return residuals;
  }

  @Test
  void independentResidualsScoreTwoHoweverManyAreMissing() {
    assertThat(FitChecks.durbinWatson(noise(0))).isCloseTo(2, within(0.1));
    assertThat(FitChecks.durbinWatson(noise(0.5))).isCloseTo(2, within(0.15));
  }

  @Test
  void residualsThatLastScoreLess() {
    double[][] residuals = noise(0);
    for (double[] row : residuals) {
      for (int t = 1; t < row.length; t++) {
        row[t] += 0.9 * row[t - 1];
      }
    }
    assertThat(FitChecks.durbinWatson(residuals)).isLessThan(0.4);
  }

  @Test
  void saysNothingWithoutNeighbours() {
    double[][] residuals = noise(0);
    for (double[] row : residuals) {
      for (int t = 0; t < row.length; t += 2) {
        row[t] = Double.NaN;
      }
    }
    assertThat(FitChecks.durbinWatson(residuals)).isNaN();
  }
}
