package org.deepcausalmmm.core.loss;

import java.util.List;
import org.deepcausalmmm.api.ComponentInfo;
import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.Loss;
import org.deepcausalmmm.api.LossFactory;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.api.OptionSpec;
import org.deepcausalmmm.api.Options;

/** The factory of {@code student-t}: heavy tails, gross outliers hardly count. */
public final class StudentFactory implements LossFactory {
  private static final String DEGREES = "degrees_of_freedom";

  @Override
  public ComponentInfo info() {
    return new ComponentInfo(
        "student-t", "1.0.0", "Heavy-tailed noise: the further an outlier, the less it counts.");
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        OptionSpec.number(
            DEGREES,
            0,
            0,
            StudentLoss.MOST,
            "The lower, the heavier the tails; 0 to find them from the data."));
  }

  @Override
  public Loss create(Options options) {
    double degrees = options.number(DEGREES);
    if (degrees > 0 && degrees < StudentLoss.LEAST) {
      throw new MmmException(
          ErrorKind.CONFIG,
          66,
          "Option '%s' of student-t is %s; below 1 the tails are heavier than any noise."
              .formatted(DEGREES, degrees),
          "Give 1 to 200, or 0 to find the value from the data.");
    }
    return new StudentLoss(degrees);
  }
}
