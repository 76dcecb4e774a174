package org.deepcausalmmm.core.loss;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.deepcausalmmm.api.Belief;
import org.deepcausalmmm.api.Constraint;
import org.deepcausalmmm.api.Loss;
import org.deepcausalmmm.api.ParameterSpec;
import org.deepcausalmmm.api.Parameters;

/**
 * Scores small residuals by their square and large ones by their size (Huber 1964, Robust
 * estimation of a location parameter), as the density that is normal inside the threshold and
 * exponential outside.
 */
final class HuberLoss implements Loss {
  @Override
  public List<ParameterSpec> parameters() {
    return List.of(
        ParameterSpec.shared(
            "threshold",
            Constraint.positive(),
            Belief.around(1.345, 0.4),
            "noise standard deviations",
            "From which size on a residual counts by its size, not its square."));
  }

  @Override
  public NDArray negativeLogDensity(NDArray residual, Parameters parameters) {
    NDArray given = parameters.get("threshold").toType(residual.getDataType(), false);
    double threshold = given.toType(ai.djl.ndarray.types.DataType.FLOAT64, false).getDouble();
    NDArray size = residual.abs();
    NDArray inside = size.minimum(threshold);
    NDArray score = inside.square().mul(0.5).add(size.sub(inside).mul(threshold));
    return score.add(logNormaliser(threshold));
  }

  /** Gives log of sqrt(2 pi) (2 Phi(d) - 1) + 2 exp(-d²/2) / d. */
  static double logNormaliser(double threshold) {
    double center = Math.sqrt(2 * Math.PI) * erf(threshold / Math.sqrt(2));
    return Math.log(center + 2 * Math.exp(-threshold * threshold / 2) / threshold);
  }

  /** Gives the error function by its series, which converges for every threshold in use. */
  private static double erf(double x) {
    double term = x;
    double sum = x;
    for (int n = 1; n < 200 && Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
      term *= -x * x / n;
      sum += term / (2 * n + 1);
    }
    return Math.min(1, 2 / Math.sqrt(Math.PI) * sum);
  }
}
