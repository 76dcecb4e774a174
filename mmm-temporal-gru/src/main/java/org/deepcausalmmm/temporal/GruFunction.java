package org.deepcausalmmm.temporal;

import java.util.stream.IntStream;
import org.deepcausalmmm.api.KernelFunction;
import org.deepcausalmmm.api.NumericParameters;

/**
 * The kernels of {@link GruKernel} in plain Java.
 *
 * <p>The passes of the last inner weights are remembered: a sampler holds these weights, and asks
 * for kernels and their derivatives some ten thousand times.
 */
final class GruFunction implements KernelFunction {
  private static final double[] NONE = {};

  private final int maxLag;
  private final int hidden;
  private final LagKnots knots;
  private volatile Passes last = new Passes(new GruWeights(NONE, NONE, NONE, NONE, NONE, NONE));

  GruFunction(int maxLag, int hidden, LagKnots knots) {
    this.maxLag = maxLag;
    this.hidden = hidden;
    this.knots = knots;
  }

  /** The passes of all channels under some inner weights. */
  private record Passes(GruWeights weights, GruPass... ofChannel) {}

  private GruPass[] passes(NumericParameters parameters) {
    Passes known = last;
    if (known.weights().areOf(parameters)) {
      return known.ofChannel();
    }
    GruWeights weights = GruWeights.of(parameters);
    double[] positions = knots.positions(maxLag + 1);
    GruPass[] passes =
        IntStream.range(0, weights.embedding().length / hidden)
            .mapToObj(c -> new GruPass(weights, c, hidden, positions))
            .toArray(GruPass[]::new);
    last = new Passes(weights, passes);
    return passes;
  }

  @Override
  public double[][] kernel(NumericParameters parameters, int channels) {
    double[] decay = parameters.get("decay");
    GruPass[] passes = passes(parameters);
    double[][] kernel = new double[channels][maxLag + 1];
    for (int c = 0; c < channels; c++) {
      double logDecay = LogitKernel.logDecay(decay[c]);
      knots.draw(passes[c].corrections(parameters), kernel[c]);
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
    GruPass[] passes = passes(parameters);
    for (int c = 0; c < kernel.length; c++) {
      double[] byLogit = LogitKernel.byLogits(kernel[c], weight[c]);
      double byLogDecay = 0;
      for (int l = 0; l <= maxLag; l++) {
        byLogDecay += l * byLogit[l];
      }
      gradient.get("decay")[c] += byLogDecay * LogitKernel.logDecaySlope(decay[c]);
      passes[c].backward(parameters, knots.gather(byLogit), gradient);
    }
  }
}
