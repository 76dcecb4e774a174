package org.deepcausalmmm.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.deepcausalmmm.api.Belief;
import org.deepcausalmmm.api.Constraint;
import org.deepcausalmmm.api.ParameterSpec;
import org.junit.jupiter.api.Test;

class WeakBeliefsTest {
  private static final double[] THETA = {0.4, -0.7, 1.1};

  private static double energy(boolean weak, Belief belief, double[] gradient) {
    ParameterLayout layout = new ParameterLayout(1);
    layout.add(
        "media",
        "coefficient",
        ParameterSpec.perChannel("share", Constraint.real(), belief, "", "A parameter."),
        List.of(0, 1, 2));
    return new Beliefs(layout, weak).addGradient(THETA, gradient);
  }

  @Test
  void tenTimesTheWidthIsAHundredthOfTheEnergy() {
    for (Belief belief : List.of(Belief.around(0.1, 0.6), Belief.around(0.1, 0.6).pooled(0.8))) {
      double[] declared = new double[3];
      double[] weak = new double[3];
      double full = energy(false, belief, declared);
      assertThat(energy(true, belief, weak)).isCloseTo(full / 100, within(1e-12));
      for (int i = 0; i < 3; i++) {
        assertThat(weak[i]).isCloseTo(declared[i] / 100, within(1e-12));
      }
    }
  }
}
