package org.deepcausalmmm.temporal;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.deepcausalmmm.api.Effectiveness;
import org.deepcausalmmm.api.Estimation;
import org.deepcausalmmm.api.ParameterSpec;
import org.deepcausalmmm.api.Parameters;

/**
 * Time-varying effectiveness as smooth waves over the series: a sum of cosines of 1 to 10 half
 * periods.
 *
 * <p>log multiplier = sum over k of weight(k) a(k) cos(pi k position), with a(k) proportional to
 * 1/k, so that slow changes have larger prior variances than fast ones, and scaled so that standard
 * normal weights give the prior standard deviation over weeks.
 */
final class BasisEffectiveness implements Effectiveness {
  private static final int TERMS = 10;

  private final double sd;

  BasisEffectiveness(double sd) {
    this.sd = sd;
  }

  @Override
  public List<ParameterSpec> parameters() {
    return List.of(ParameterSpec.weightsPerChannel("wave_weights", 1, Estimation.SAMPLED, TERMS));
  }

  @Override
  public NDArray logMultiplier(NDArray calendar, Parameters parameters, int channels) {
    NDArray order =
        parameters.manager().arange(1, TERMS + 1, 1, calendar.getDataType()).reshape(1, TERMS);
    NDArray position = calendar.get("0:, 0:1");
    NDArray waves = position.mul(order).mul(Math.PI).cos().div(order).mul(scale());
    return waves.matMul(parameters.get("wave_weights").transpose());
  }

  /**
   * Returns the factor that makes the variance over weeks, sum of a(k)^2 / 2, that of the prior.
   */
  private double scale() {
    double variance = 0;
    for (int k = 1; k <= TERMS; k++) {
      variance += 0.5 / (k * k);
    }
    return sd / Math.sqrt(variance);
  }
}
