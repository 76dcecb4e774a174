package org.deepcausalmmm.temporal;

import org.deepcausalmmm.api.KernelFunction;
import org.deepcausalmmm.api.NumericParameters;

/** The kernels of {@link GeometricKernel} in plain Java. */
record GeometricFunction(int maxLag) implements KernelFunction {
  @Override
  public double[][] kernel(NumericParameters parameters, int channels) {
    double[] decay = parameters.get("decay");
    double[][] kernel = new double[channels][maxLag + 1];
    for (int c = 0; c < channels; c++) {
      double logDecay = LogitKernel.logDecay(decay[c]);
      for (int l = 0; l <= maxLag; l++) {
        kernel[c][l] = l * logDecay;
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
    for (int c = 0; c < kernel.length; c++) {
      double[] byLogit = LogitKernel.byLogits(kernel[c], weight[c]);
      double sum = 0;
      for (int l = 0; l <= maxLag; l++) {
        sum += l * byLogit[l];
      }
      gradient.get("decay")[c] += sum * LogitKernel.logDecaySlope(decay[c]);
    }
  }
}
