package org.deepcausalmmm.temporal;

import org.deepcausalmmm.api.KernelFunction;
import org.deepcausalmmm.api.NumericParameters;

/** The kernels of {@link DelayedKernel} in plain Java. */
record DelayedFunction(int maxLag) implements KernelFunction {
  private static double distance(int lag, double delay) {
    return Math.sqrt((lag - delay) * (lag - delay) + DelayedKernel.ROUNDING);
  }

  @Override
  public double[][] kernel(NumericParameters parameters, int channels) {
    double[] decay = parameters.get("decay");
    double[] delay = parameters.get("delay");
    double[][] kernel = new double[channels][maxLag + 1];
    for (int c = 0; c < channels; c++) {
      double logDecay = LogitKernel.logDecay(decay[c]);
      for (int l = 0; l <= maxLag; l++) {
        kernel[c][l] = logDecay * distance(l, delay[c]);
      }
      LogitKernel.softmax(kernel[c]);
    }
    return kernel;
  }

  @Override
  public void addGradient(
      NumericParameters parameters,
      double[][] kernel,
      double[][] weight,
      NumericParameters gradient) {
    double[] decay = parameters.get("decay");
    double[] delay = parameters.get("delay");
    for (int c = 0; c < kernel.length; c++) {
      double[] byLogit = LogitKernel.byLogits(kernel[c], weight[c]);
      double logDecay = LogitKernel.logDecay(decay[c]);
      double byLogDecay = 0;
      double byDelay = 0;
      for (int l = 0; l <= maxLag; l++) {
        double distance = distance(l, delay[c]);
        byLogDecay += byLogit[l] * distance;
        byDelay -= byLogit[l] * logDecay * (l - delay[c]) / distance;
      }
      gradient.get("decay")[c] += byLogDecay * LogitKernel.logDecaySlope(decay[c]);
      gradient.get("delay")[c] += byDelay;
    }
  }
}
