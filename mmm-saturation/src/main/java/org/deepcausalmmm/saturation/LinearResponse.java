package org.deepcausalmmm.saturation;

import java.util.Arrays;
import org.deepcausalmmm.api.ResponseFunction;

/** The response of {@link NoSaturation}: the exposure itself. */
final class LinearResponse implements ResponseFunction {
  @Override
  public void respond(double[] parameters, double[] exposure, int count, double[] response) {
    System.arraycopy(exposure, 0, response, 0, count);
  }

  @Override
  public void differentiate(
      double[] parameters,
      double[] exposure,
      int count,
      double[] response,
      double[] byExposure,
      double[][] byParameter) {
    respond(parameters, exposure, count, response);
    Arrays.fill(byExposure, 0, count, 1);
  }
}
