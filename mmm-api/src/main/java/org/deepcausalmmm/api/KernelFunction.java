package org.deepcausalmmm.api;

import org.apiguardian.api.API;

/**
 * The kernels of a {@link Temporal} component and their derivatives in plain Java, so that chains
 * of draws run beside each other and do without the tensor engine.
 *
 * <p>It computes the same numbers as {@link Temporal#kernel}, to 1e-5; a contract of the test kit
 * compares them. It holds no state and is called by several threads at once, some ten thousand
 * times a fit.
 *
 * @since API level 3
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface KernelFunction {
  /**
   * Returns the kernels.
   *
   * @return [channel][maxLag + 1]: 0 or more, each row sums to 1
   * @since API level 3
   */
  double[][] kernel(NumericParameters parameters, int channels);

  /**
   * Adds the derivatives of sum(weight x kernel) by the constrained parameters.
   *
   * @param kernel what {@link #kernel} returned for the same parameters
   * @param weight [channel][maxLag + 1]
   * @param gradient sums to add to
   * @since API level 3
   */
  void addGradient(
      NumericParameters parameters,
      double[][] kernel,
      double[][] weight,
      NumericParameters gradient);
}
