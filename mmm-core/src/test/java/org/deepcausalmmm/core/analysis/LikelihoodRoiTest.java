package org.deepcausalmmm.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LikelihoodRoiTest {
  private static final int DRAWS = 40_000;
  private static final double MODEL_ERROR = 0.1;

  /**
   * Returns draws of a normal posterior, spread around their mean and moved for model error, as
   * those of a fit are.
   */
  private static double[] draws(double mean, double variance, double spread) {
    SplittableRandom random = new SplittableRandom(5);
    double[] draws = new double[DRAWS];
    Arrays.setAll(
        draws,
        d ->
            mean
                + spread * Math.sqrt(variance) * random.nextGaussian()
                + MODEL_ERROR * random.nextGaussian());
    return draws;
  }

  @Test
  void dividingThePriorOutLeavesTheLikelihood() {
    // Likelihood N(1, 0.4^2) times prior N(0, 0.5^2); log ROI lies 0.3 above q.
    double precision = 1 / 0.16 + 1 / 0.25;
    double[] q = draws(1 / 0.16 / precision, 1 / precision, 1.1);
    double[] log = Arrays.stream(q).map(x -> x + 0.3).toArray();

    LikelihoodRoi roi = LikelihoodRoi.divided(log, q, 0.25, 1.1);

    assertThat(roi.mean()).isCloseTo(1.3, within(0.02));
    assertThat(roi.sd()).isCloseTo(Math.hypot(1.1 * 0.4, MODEL_ERROR), within(0.01));
    assertThat(roi.expected()).as("the prior's mean").isCloseTo(0.3, within(0.02));
  }

  @Test
  void aPosteriorThatIsThePriorSaysNothing() {
    double[] q = draws(0, 0.25, 1.1);

    LikelihoodRoi roi = LikelihoodRoi.divided(q, q, 0.25, 1.1);

    assertThat(roi.sd()).isInfinite();
    assertThat(roi.expected()).isCloseTo(0, within(0.02));
  }
}
