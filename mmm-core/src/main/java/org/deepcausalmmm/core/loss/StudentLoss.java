package org.deepcausalmmm.core.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.List;
import org.deepcausalmmm.api.Belief;
import org.deepcausalmmm.api.Constraint;
import org.deepcausalmmm.api.Loss;
import org.deepcausalmmm.api.ParameterSpec;
import org.deepcausalmmm.api.Parameters;

/** Scores residuals by the density of Student's t, whose tails are heavy (Lange et al. 1989). */
final class StudentLoss implements Loss {
  @Override
  public List<ParameterSpec> parameters() {
    return List.of(
        ParameterSpec.shared(
            "degrees_of_freedom",
            Constraint.positive(),
            Belief.around(8, 1),
            "",
            "How heavy the tails are: the smaller, the less outliers count."));
  }

  @Override
  public NDArray negativeLogDensity(NDArray residual, Parameters parameters) {
    double nu = parameters.get("degrees_of_freedom").toType(DataType.FLOAT64, false).getDouble();
    return residual.square().div(nu).add(1).log().mul((nu + 1) / 2).add(logNormaliser(nu));
  }

  static double logNormaliser(double nu) {
    return logGamma(nu / 2) - logGamma((nu + 1) / 2) + 0.5 * Math.log(nu * Math.PI);
  }

  /** Gives log Gamma(x) for x above 0 by Stirling's series after shifting x above 10. */
  private static double logGamma(double x) {
    double shift = 0;
    double y = x;
    while (y < 10) {
      shift -= Math.log(y);
      y++;
    }
    double inverse = 1 / (y * y);
    double series = (1.0 / 12 - inverse * (1.0 / 360 - inverse / 1260)) / y;
    return shift + (y - 0.5) * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI) + series;
  }
}
