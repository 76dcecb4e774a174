package org.deepcausalmmm.core.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SpectralProjectedGradientTest {
  /** Minus the squared distance, stretched, from a point outside the positive quadrant. */
  private static final SpectralProjectedGradient.Maximand PROBLEM =
      new SpectralProjectedGradient.Maximand() {
        @Override
        public double value(double[] x) {
          return -50 * (x[0] - 2) * (x[0] - 2) - (x[1] + 1) * (x[1] + 1);
        }

        @Override
        public double[] gradient(double[] x) {
          return new double[] {-100 * (x[0] - 2), -2 * (x[1] + 1)};
        }

        @Override
        public double[] nearest(double[] x) {
          return Arrays.stream(x).map(v -> Math.max(0, v)).toArray();
        }
      };

  @Test
  void findsTheMaximumOnTheEdgeOfTheSet() {
    double[] found =
        new SpectralProjectedGradient(PROBLEM, 1e-9, 1, 200).maximise(new double[] {-5, 9});
    assertThat(found).containsExactly(new double[] {2, 0}, within(1e-6));
  }

  @Test
  void returnsTheProjectionOfTheStartIfItMayTakeNoStep() {
    double[] found =
        new SpectralProjectedGradient(PROBLEM, 1e-9, 1, 0).maximise(new double[] {-5, 9});
    assertThat(found).containsExactly(0, 9);
  }
}
