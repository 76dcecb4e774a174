package org.deepcausalmmm.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.deepcausalmmm.api.Belief;
import org.deepcausalmmm.api.Constraint;
import org.deepcausalmmm.api.ParameterSpec;
import org.junit.jupiter.api.Test;

class ParameterPriorsTest {
  private static final double[] THETA = {0.4, -0.7, 1.1};

  private static final double[] NO_SPEND = {};

  private static double energy(
      String name, boolean weak, Belief belief, double[] theta, double[] gradient) {
    return energy(name, weak, belief, NO_SPEND, theta, gradient);
  }

  private static double energy(
      String name, boolean weak, Belief belief, double[] spend, double[] theta, double[] gradient) {
    ParameterLayout layout = new ParameterLayout(1, List.of("tv", "radio", "search"));
    layout.add(
        MediaModel.MEDIA,
        "coefficient",
        ParameterSpec.perChannel(name, Constraint.real(), belief, "", "A parameter."),
        List.of(0, 1, 2));
    return new ParameterPriors(layout, weak, spend).addGradient(theta, gradient);
  }

  @Test
  void tenTimesTheWidthIsAHundredthOfTheEnergy() {
    for (Belief belief : List.of(Belief.around(0.1, 0.6), Belief.around(0.1, 0.6).pooled(0.8))) {
      double[] declared = new double[3];
      double[] weak = new double[3];
      double full = energy("slope", false, belief, THETA, declared);
      assertThat(energy("slope", true, belief, THETA, weak)).isCloseTo(full / 100, within(1e-12));
      for (int i = 0; i < 3; i++) {
        assertThat(weak[i]).isCloseTo(declared[i] / 100, within(1e-12));
      }
    }
  }

  @Test
  void onlySharesDependOnSpend() {
    ParameterLayout layout = new ParameterLayout(1, List.of("tv", "radio", "search"));
    layout.add(
        "saturation",
        "plugin",
        ParameterSpec.perChannel(
            MediaModel.SHARE, Constraint.real(), Belief.around(0, 1), "", "A parameter."),
        List.of(2));
    ParameterPriors priors = new ParameterPriors(layout, false, new double[] {200, 100, 50});
    assertThat(priors.sd(layout.blocks().get(0))).isEqualTo(1);
    assertThat(priors.addGradient(new double[] {0}, new double[1])).isZero();
    assertThat(priors.addGradient(new double[] {-3}, new double[1])).isEqualTo(4.5);
  }

  @Test
  void theGradientIsTheSlopeOfTheEnergyInTheTailToo() {
    Belief belief = Belief.around(0.1, 0.6).pooled(0.8);
    double[] theta = {-4, 0.3, 0.6};
    double[] spend = {200, Double.NaN, 50};
    double[] gradient = new double[3];
    energy(MediaModel.SHARE, false, belief, spend, theta, gradient);
    for (int i = 0; i < 3; i++) {
      double[] up = theta.clone();
      double[] down = theta.clone();
      up[i] += 1e-5;
      down[i] -= 1e-5;
      double slope =
          (energy(MediaModel.SHARE, false, belief, spend, up, new double[3])
                  - energy(MediaModel.SHARE, false, belief, spend, down, new double[3]))
              / 2e-5;
      assertThat(gradient[i]).isCloseTo(slope, within(1e-7));
    }
  }

  @Test
  void aShareFarBelowTheOthersCostsInProportionToTheDistance() {
    Belief belief = Belief.around(0, 0.5);
    double[] at = {-3, -4, -5};
    double[] gradient = new double[3];
    energy(MediaModel.SHARE, false, belief, at, gradient);

    assertThat(gradient[1]).isNegative().isCloseTo(gradient[0], within(1e-9));
    assertThat(gradient[2]).isCloseTo(gradient[0], within(1e-9));
  }

  @Test
  void fourTimesTheSpendDoublesTheExpectedShare() {
    double[] spend = {100, 25, 50};
    double[] theta = {Math.log(2) / 2, -Math.log(2) / 2, 0};
    double[] gradient = new double[3];

    assertThat(energy(MediaModel.SHARE, false, Belief.around(0, 0.5), spend, theta, gradient))
        .isCloseTo(0, within(1e-12));
    assertThat(gradient).containsExactly(new double[3], within(1e-12));
  }

  @Test
  void theCurvatureOfTheEnergyIsThePrecision() {
    Belief belief = Belief.around(0.1, 0.6).pooled(0.8);
    double[] spend = {200, Double.NaN, 50};
    ParameterLayout layout = new ParameterLayout(1, List.of("tv", "radio", "search"));
    ParameterBlock block =
        layout.add(
            MediaModel.MEDIA,
            "coefficient",
            ParameterSpec.perChannel(
                MediaModel.SHARE, Constraint.real(), belief, "", "A parameter."),
            List.of(0, 1, 2));
    ParameterPriors priors = new ParameterPriors(layout, false, spend);
    double[] center = {0.8, 0.1, -0.4};
    for (int i = 0; i < 3; i++) {
      double[] moved = center.clone();
      moved[i] += 0.01;
      double[] before = new double[3];
      double[] after = new double[3];
      priors.addGradient(center, before);
      priors.addGradient(moved, after);
      for (int j = 0; j < 3; j++) {
        assertThat((after[j] - before[j]) / 0.01)
            .isCloseTo(priors.precision(block, i, j), within(1e-9));
      }
    }
  }
}
