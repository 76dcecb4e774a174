package org.deepcausalmmm.saturation;

import org.deepcausalmmm.api.ResponseFunction;

/** The response of {@link HillSaturation}, parameters slope and half saturation. */
final class HillResponse implements ResponseFunction {
  @Override
  public void respond(double[] parameters, double[] exposure, int count, double[] response) {
    double slope = parameters[0];
    double logHalf = Math.log(parameters[1]);
    for (int i = 0; i < count; i++) {
      double a = exposure[i];
      response[i] = a > 0 ? 1 / (1 + TabulatedExponential.exp(slope * (logHalf - log(a)))) : 0;
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
    double slope = parameters[0];
    double logHalf = Math.log(parameters[1]);
    double perHalf = slope / parameters[1];
    double[] bySlope = byParameter[0];
    double[] byHalf = byParameter[1];
    for (int i = 0; i < count; i++) {
      double a = exposure[i];
      if (a <= 0) {
        response[i] = 0;
        byExposure[i] = 0;
        bySlope[i] = 0;
        byHalf[i] = 0;
        continue;
      }
      double ratio = log(a) - logHalf;
      double odds = TabulatedExponential.exp(-slope * ratio);
      double share = 1 / (1 + odds);
      double spread = odds * share * share;
      response[i] = share;
      byExposure[i] = a > HillSaturation.LEAST ? spread * slope / a : 0;
      bySlope[i] = spread * ratio;
      byHalf[i] = -spread * perHalf;
    }
  }

  private static double log(double exposure) {
    return TabulatedExponential.log(Math.max(exposure, HillSaturation.LEAST));
  }
}
