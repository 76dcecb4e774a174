package org.deepcausalmmm.core.loss;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.deepcausalmmm.api.Belief;
import org.deepcausalmmm.api.Constraint;
import org.deepcausalmmm.api.Loss;
import org.deepcausalmmm.api.ParameterSpec;
import org.deepcausalmmm.api.Parameters;

/**
 * The negative log density of Student's t distribution with n degrees of freedom: (n + 1) / 2 log(1
 * + r^2 / n) + log(n pi) / 2 + log Gamma(n / 2) - log Gamma((n + 1) / 2).
 *
 * <p>Source for its use in robust regression: Lange, Little and Taylor (1989), Journal of the
 * American Statistical Association 84.
 */
final class StudentLoss implements Loss {
  static final double LEAST = 1;
  static final double MOST = 200;

  private final double fixed;

  /** Creates a loss with fixed degrees of freedom, or with some to be estimated if 0 is given. */
  StudentLoss(double fixed) {
    this.fixed = fixed;
  }

  @Override
  public List<ParameterSpec> parameters() {
    return fixed > 0
        ? List.of()
        : List.of(
            ParameterSpec.shared(
                "degrees_of_freedom",
                Constraint.interval(LEAST, MOST),
                Belief.around(8, 1.5),
                "",
                "Degrees of freedom of the noise; lower values have heavier tails."));
  }

  @Override
  public NDArray negativeLogDensity(NDArray residual, Parameters parameters) {
    NDArray degrees =
        fixed > 0
            ? parameters.manager().create(fixed).toType(residual.getDataType(), false)
            : parameters.get("degrees_of_freedom");
    NDArray power = degrees.add(1).mul(0.5);
    NDArray tails = residual.square().div(degrees).add(1).log().mul(power);
    NDArray normalizer =
        degrees.mul(Math.PI).log().mul(0.5).add(degrees.mul(0.5).gammaln()).sub(power.gammaln());
    return tails.add(normalizer);
  }
}
