package org.deepcausalmmm.saturation;

import org.deepcausalmmm.api.ResponseFunction;

/** The response tanh(k a) with k = factor p or factor / p of the single parameter p. */
final class TanhResponse implements ResponseFunction {
  private final double factor;
  private final boolean divides;

  /**
   * Creates a response.
   *
   * @param divides whether the exposure is divided by the parameter
   */
  TanhResponse(double factor, boolean divides) {
    this.factor = factor;
    this.divides = divides;
  }

  @Override
  public void respond(double[] parameters, double[] exposure, int count, double[] response) {
    double k = divides ? factor / parameters[0] : factor * parameters[0];
    for (int i = 0; i < count; i++) {
      response[i] = Math.tanh(k * exposure[i]);
    }
  }

  @Override
  public void differentiate(
      double[] parameters,
      double[] exposure,
      int count,
      double[] response,
      double[] byExposure,
      double[][] byParameter) {
    double p = parameters[0];
    double k = divides ? factor / p : factor * p;
    double byK = divides ? -factor / (p * p) : factor;
    for (int i = 0; i < count; i++) {
      double value = Math.tanh(k * exposure[i]);
      double slope = 1 - value * value;
      response[i] = value;
      byExposure[i] = slope * k;
      byParameter[0][i] = slope * exposure[i] * byK;
    }
  }
}
