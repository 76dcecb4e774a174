package org.deepcausalmmm.core.loss;

import java.util.List;
import org.deepcausalmmm.api.ComponentInfo;
import org.deepcausalmmm.api.Loss;
import org.deepcausalmmm.api.LossFactory;
import org.deepcausalmmm.api.OptionSpec;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.core.error.CoreCode;

/** The factory of {@code student-t}: heavy tails, gross outliers hardly count. */
public final class StudentFactory implements LossFactory {
  private static final String DEGREES = "degrees_of_freedom";

  @Override
  public ComponentInfo info() {
    return new ComponentInfo("student-t", "1.0.0", "Student's t noise, robust to gross outliers.");
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        OptionSpec.number(
            DEGREES,
            0,
            0,
            StudentLoss.MOST,
            "Degrees of freedom: lower values have heavier tails; 0 to estimate them."));
  }

  @Override
  public Loss create(Options options) {
    double degrees = options.number(DEGREES);
    if (degrees > 0 && degrees < StudentLoss.LEAST) {
      throw CoreCode.DEGREES_OF_FREEDOM.error(
          "Option '%s' of student-t is %s, but it must be at least 1.".formatted(DEGREES, degrees),
          "Set 1 to 200, or 0 to estimate the value.");
    }
    return new StudentLoss(degrees);
  }
}
