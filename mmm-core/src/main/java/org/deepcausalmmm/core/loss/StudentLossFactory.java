package org.deepcausalmmm.core.loss;

import org.deepcausalmmm.api.ComponentInfo;
import org.deepcausalmmm.api.Loss;
import org.deepcausalmmm.api.LossFactory;
import org.deepcausalmmm.api.Options;

/** Creates the component {@code student-t}. */
public final class StudentLossFactory implements LossFactory {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo(
        "student-t", "1.0.0", "Scores residuals by a density with heavy tails.");
  }

  @Override
  public Loss create(Options options) {
    return new StudentLoss();
  }
}
