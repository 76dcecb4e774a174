package org.deepcausalmmm.saturation;

import org.deepcausalmmm.api.ResponseFunction;

/** The response of {@link MichaelisMentenSaturation}, parameter half saturation. */
final class MichaelisMentenResponse implements ResponseFunction {
  @Override
  public void respond(double[] parameters, double[] exposure, int count, double[] response) {
    double half = parameters[0];
    for (int i = 0; i < count; i++) {
      response[i] = exposure[i] / (exposure[i] + half);
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
    double half = parameters[0];
    for (int i = 0; i < count; i++) {
      double over = 1 / (exposure[i] + half);
      response[i] = exposure[i] * over;
      byExposure[i] = half * over * over;
      byParameter[0][i] = -exposure[i] * over * over;
    }
  }
}
