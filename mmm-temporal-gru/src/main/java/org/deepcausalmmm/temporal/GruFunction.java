package org.deepcausalmmm.temporal;

import org.deepcausalmmm.api.KernelFunction;
import org.deepcausalmmm.api.NumericParameters;

/** The kernels of {@link GruKernel} in plain Java. */
record GruFunction(int maxLag, int hidden, LagKnots knots) implements KernelFunction {
  @Override
  public double[][] kernel(NumericParameters parameters, int channels) {
    double[] decay = parameters.get("decay");
    GruPass pass = new GruPass(parameters, hidden, knots, maxLag + 1);
    double[][] kernel = new double[channels][maxLag + 1];
    for (int c = 0; c < channels; c++) {
      double logDecay = LogitKernel.logDecay(decay[c]);
      pass.forward(c);
      knots.draw(pass.corrections(c), kernel[c]);
      for (int l = 0; l <= maxLag; l++) {
        kernel[c][l] += l * logDecay;
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
    GruPass pass = new GruPass(parameters, hidden, knots, maxLag + 1);
    for (int c = 0; c < kernel.length; c++) {
      double[] byLogit = LogitKernel.byLogits(kernel[c], weight[c]);
      double byLogDecay = 0;
      for (int l = 0; l <= maxLag; l++) {
        byLogDecay += l * byLogit[l];
      }
      gradient.get("decay")[c] += byLogDecay * LogitKernel.logDecaySlope(decay[c]);
      pass.forward(c);
      pass.backward(c, knots.gather(byLogit), gradient);
    }
  }
}
