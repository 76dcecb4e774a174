package org.deepcausalmmm.core.loss;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.deepcausalmmm.api.Belief;
import org.deepcausalmmm.api.Constraint;
import org.deepcausalmmm.api.Loss;
import org.deepcausalmmm.api.ParameterSpec;
import org.deepcausalmmm.api.Parameters;

/**
 * The negative log density of Huber's least favourable distribution: normal up to a threshold k,
 * exponential beyond it.
 *
 * <p>With c = min(|r|, k) the score is c (|r| - c / 2) + log Z(k), where Z(k) = sqrt(2 pi) erf(k /
 * sqrt 2) + (2 / k) exp(-k^2 / 2) makes it a density, so that k can be estimated by likelihood.
 * Source: Huber (1964), Annals of Mathematical Statistics 35, section 4.
 */
final class HuberLoss implements Loss {
  /** The threshold that loses 5% of efficiency under normal noise (Huber and Ronchetti 2009). */
  private static final double USUAL = 1.345;

  private final double fixed;

  /** Creates a loss with a fixed threshold, or with one to be estimated if 0 is given. */
  HuberLoss(double fixed) {
    this.fixed = fixed;
  }

  @Override
  public List<ParameterSpec> parameters() {
    return fixed > 0
        ? List.of()
        : List.of(
            ParameterSpec.shared(
                "threshold",
                Constraint.interval(0.2, 10),
                Belief.around(USUAL, 0.55),
                "noise scales",
                "Residual at which the tails begin."));
  }

  @Override
  public NDArray negativeLogDensity(NDArray residual, Parameters parameters) {
    NDArray threshold =
        fixed > 0
            ? parameters.manager().create(fixed).toType(residual.getDataType(), false)
            : parameters.get("threshold");
    NDArray size = residual.abs();
    NDArray inner = size.minimum(threshold);
    return inner.mul(size.sub(inner.mul(0.5))).add(logNormalizer(threshold));
  }

  private static NDArray logNormalizer(NDArray threshold) {
    NDArray middle = threshold.div(Math.sqrt(2)).erf().mul(Math.sqrt(2 * Math.PI));
    NDArray tails = threshold.square().mul(-0.5).exp().div(threshold).mul(2);
    return middle.add(tails).log();
  }
}
