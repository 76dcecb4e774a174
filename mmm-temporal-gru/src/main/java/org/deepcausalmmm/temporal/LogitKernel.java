package org.deepcausalmmm.temporal;

/** What kernels that are a softmax of logits over the lags have in common, in plain Java. */
final class LogitKernel {
  private LogitKernel() {}

  /** Turns logits into a kernel of sum 1, in place. */
  static double[] softmax(double[] logits) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (double x : logits) {
      greatest = Math.max(greatest, x);
    }
    double sum = 0;
    for (int l = 0; l < logits.length; l++) {
      logits[l] = Math.exp(logits[l] - greatest);
      sum += logits[l];
    }
    for (int l = 0; l < logits.length; l++) {
      logits[l] /= sum;
    }
    return logits;
  }

  /**
   * Returns the derivatives of sum(weight x kernel) by the logits.
   *
   * @param kernel [lag]
   * @param weight [lag]
   */
  static double[] byLogits(double[] kernel, double[] weight) {
    double mean = 0;
    for (int l = 0; l < kernel.length; l++) {
      mean += kernel[l] * weight[l];
    }
    double[] by = new double[kernel.length];
    for (int l = 0; l < by.length; l++) {
      by[l] = kernel[l] * (weight[l] - mean);
    }
    return by;
  }

  /** Returns the logarithm of a decay, kept finite. */
  static double logDecay(double decay) {
    return Math.log(Math.max(decay, Kernels.LEAST_DECAY));
  }

  /** Returns the derivative of {@link #logDecay}. */
  static double logDecaySlope(double decay) {
    return decay > Kernels.LEAST_DECAY ? 1 / decay : 0;
  }
}
