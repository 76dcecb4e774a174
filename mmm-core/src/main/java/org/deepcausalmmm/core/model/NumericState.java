package org.deepcausalmmm.core.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deepcausalmmm.api.Temporal;
import org.deepcausalmmm.core.numeric.Vectors;

/**
 * The state of the media model at one vector of parameters, and the way back from derivatives by
 * contributions to derivatives by parameters. For one thread.
 */
public final class NumericState {
  private final NumericMedia media;
  private final MediaModel model;
  private final List<NumericBlocks> temporal = new ArrayList<>();
  private final List<NumericBlocks> temporalGradient = new ArrayList<>();
  private final List<double[][]> groupKernel = new ArrayList<>();
  private final int[] shares;

  /** Where the deviations of each region begin; empty without any. */
  private final int[] deviations;

  private final double[][] kernel;
  private final double[][] acting;
  private final double[][] response;
  private final double[][] byExposure;
  private final double[][][] byParameter;
  private final double[][] parameters;
  private final double[][] coefficient;
  private final double[] reference;
  private final double[] total;
  private final double[] byActing;
  private final double[] furtherByCoefficient;
  private final double[][] furtherByKernel;
  private final int[] lags;
  private double[] theta = {};

  NumericState(NumericMedia media) {
    this.media = media;
    model = media.model();
    int channels = media.channels();
    int cells = media.cells();
    for (ChannelGroup<Temporal> group : model.temporalGroups()) {
      temporal.add(new NumericBlocks(group.blocks()));
      temporalGradient.add(new NumericBlocks(group.blocks()));
      groupKernel.add(new double[0][]);
    }
    ParameterBlock share = model.layout().find(MediaModel.MEDIA, MediaModel.SHARE, 0).orElseThrow();
    shares = IntStream.range(0, channels).map(c -> share.index(0, c)).toArray();
    deviations =
        model
            .layout()
            .find(MediaModel.MEDIA, MediaModel.DEVIATION, 0)
            .map(b -> IntStream.range(0, media.regions()).map(r -> b.index(r, 0)).toArray())
            .orElse(new int[0]);
    kernel = new double[channels][];
    acting = new double[channels][cells];
    response = new double[channels][cells];
    byExposure = new double[channels][cells];
    byParameter = new double[channels][][];
    parameters = new double[channels][];
    for (int c = 0; c < channels; c++) {
      parameters[c] = new double[media.responseParameters(c).length];
      byParameter[c] = new double[parameters[c].length][cells];
    }
    coefficient = new double[channels][media.regions()];
    reference = new double[channels];
    total = new double[cells];
    byActing = new double[cells];
    furtherByCoefficient = new double[channels];
    furtherByKernel = new double[channels][0];
    lags = new int[channels];
  }

  /** Computes kernels, responses and contributions; keeps what {@link #addGradient} needs. */
  public void evaluate(double[] at) {
    evaluate(at, true);
  }

  /** Computes kernels, responses and contributions, without the means for a gradient. */
  public void evaluateResponses(double[] at) {
    evaluate(at, false);
  }

  private void evaluate(double[] at, boolean differentiates) {
    theta = at;
    Arrays.fill(furtherByCoefficient, 0);
    Arrays.fill(furtherByKernel, new double[0]);
    readKernels();
    Arrays.fill(total, 0);
    for (int c = 0; c < kernel.length; c++) {
      respond(c, differentiates);
      addContribution(c);
    }
  }

  private void readKernels() {
    for (int g = 0; g < temporal.size(); g++) {
      ChannelGroup<Temporal> group = model.temporalGroups().get(g);
      temporal.get(g).read(theta);
      double[][] rows = media.kernel(g).kernel(temporal.get(g), group.channels().size());
      groupKernel.set(g, rows);
      for (int i = 0; i < rows.length; i++) {
        kernel[group.channels().get(i)] = rows[i];
      }
    }
  }

  private void respond(int c, boolean differentiates) {
    lags[c] = Convolution.lags(kernel[c]);
    for (int r = 0; r < media.regions(); r++) {
      if (media.active(c, r)) {
        media.convolution().apply(kernel[c], lags[c], media.series(c), r, acting[c]);
      }
    }
    int[] where = media.responseParameters(c);
    for (int i = 0; i < where.length; i++) {
      parameters[c][i] = media.responseConstraints(c)[i].constrain(theta[where[i]]);
    }
    if (differentiates) {
      media
          .response(c)
          .differentiate(
              parameters[c], acting[c], media.cells(), response[c], byExposure[c], byParameter[c]);
      media.multiply(c, byExposure[c]);
      for (double[] by : byParameter[c]) {
        media.multiply(c, by);
      }
    } else {
      media.response(c).respond(parameters[c], acting[c], media.cells(), response[c]);
    }
    media.multiply(c, response[c]);
  }

  private void addContribution(int c) {
    int weeks = media.weeks();
    double mean =
        Vectors.dot(media.counted(), response[c], 0, media.cells()) / media.observedCells();
    reference[c] = mean > MediaGraph.LEAST_REFERENCE ? mean : Double.POSITIVE_INFINITY;
    double national = Math.exp(theta[shares[c]]) / reference[c];
    for (int r = 0; r < media.regions(); r++) {
      double own = national;
      if (deviations.length > 0 && model.layout().deviates(c)) {
        own *= Math.exp(theta[deviations[r] + c]);
      }
      coefficient[c][r] = own;
      for (int i = r * weeks; i < (r + 1) * weeks; i++) {
        total[i] += own * response[c][i];
      }
    }
  }

  /** Returns what all channels contribute, in units of the region's mean outcome: [cell]. */
  public double[] total() {
    return total;
  }

  /** Returns the kernels [channel][lag]. */
  public double[][] kernel() {
    return kernel;
  }

  /** Returns a channel's response [cell]. */
  public double[] response(int channel) {
    return response[channel];
  }

  /** Returns a channel's exposure after carry-over [cell]. */
  public double[] acting(int channel) {
    return acting[channel];
  }

  /** Returns a channel's saturation parameters, in the component's order. */
  public double[] parameters(int channel) {
    return parameters[channel];
  }

  /** Returns a channel's contribution of a unit of response [region]. */
  public double[] coefficient(int channel) {
    return coefficient[channel];
  }

  /**
   * Adds the derivatives of sum(weight x contributions of all channels) and of sums of single
   * channels.
   *
   * @param weight [cell]
   * @param further [channel]: empty, or further weights [cell] of its contribution
   * @param gradient by all parameters, to add to
   */
  public void addGradient(double[] weight, double[][] further, double[] gradient) {
    temporalGradient.forEach(NumericBlocks::clear);
    for (int g = 0; g < temporal.size(); g++) {
      ChannelGroup<Temporal> group = model.temporalGroups().get(g);
      double[][] byKernel = new double[group.channels().size()][];
      for (int i = 0; i < byKernel.length; i++) {
        int c = group.channels().get(i);
        double[] all = further[c].length == 0 ? weight : Vectors.plus(weight, 1, further[c]);
        byKernel[i] = byKernel(c, all, gradient);
      }
      media
          .kernel(g)
          .addGradient(temporal.get(g), groupKernel.get(g), byKernel, temporalGradient.get(g));
      temporalGradient.get(g).addTo(theta, gradient);
    }
  }

  /**
   * Adds derivatives, to the next gradient at this point, that come from contributions under other
   * exposure.
   *
   * @param byCoefficient by the logarithm of all of the channel's coefficients, which have the
   *     reference in common
   * @param byKernel [lag]
   */
  void addFurther(int channel, double byCoefficient, double[] byKernel) {
    furtherByCoefficient[channel] += byCoefficient;
    double[] before = furtherByKernel[channel];
    furtherByKernel[channel] = before.length == 0 ? byKernel : Vectors.plus(before, 1, byKernel);
  }

  NumericMedia media() {
    return media;
  }

  double[] theta() {
    return theta;
  }

  /** Returns the weighed sum of a channel's contribution [cell]. */
  public double weighed(int channel, double[] weight) {
    double sum = 0;
    for (int r = 0; r < media.regions(); r++) {
      sum +=
          coefficient[channel][r]
              * Vectors.dot(weight, response[channel], r * media.weeks(), media.weeks());
    }
    return sum;
  }

  /**
   * Returns the derivative of the weighed sum of a channel's contribution by the logarithm of its
   * exposure, after {@link #evaluate}.
   */
  public double marginal(int channel, double[] weight) {
    double[] slope = byExposure[channel];
    double[] exposure = acting[channel];
    double sum = 0;
    for (int r = 0; r < media.regions(); r++) {
      double inRegion = 0;
      for (int i = r * media.weeks(); i < (r + 1) * media.weeks(); i++) {
        inRegion += weight[i] * slope[i] * exposure[i];
      }
      sum += coefficient[channel][r] * inRegion;
    }
    return sum;
  }

  /** Adds the derivatives by a channel's coefficients and curve, returns those by its kernel. */
  private double[] byKernel(int c, double[] weight, double[] gradient) {
    int weeks = media.weeks();
    double ofReference = addByCoefficients(c, weight, gradient) + furtherByCoefficient[c];
    double perCell = -ofReference / reference[c] / media.observedCells();
    double[] counted = media.counted();
    double[] sums = new double[parameters[c].length];
    double[] byLag = new double[kernel[c].length];
    double[] slope = byExposure[c];
    for (int r = 0; r < media.regions(); r++) {
      if (!media.active(c, r)) {
        continue;
      }
      int from = r * weeks;
      double own = coefficient[c][r];
      for (int i = from; i < from + weeks; i++) {
        byActing[i] = own * weight[i] + perCell * counted[i];
      }
      for (int p = 0; p < sums.length; p++) {
        sums[p] += Vectors.dot(byActing, byParameter[c][p], from, weeks);
      }
      for (int i = from; i < from + weeks; i++) {
        byActing[i] *= slope[i];
      }
      media.convolution().addCorrelation(byActing, media.series(c), r, lags[c], byLag);
    }
    int[] where = media.responseParameters(c);
    for (int p = 0; p < sums.length; p++) {
      gradient[where[p]] += sums[p] * media.responseConstraints(c)[p].slope(theta[where[p]]);
    }
    for (int l = 0; l < furtherByKernel[c].length; l++) {
      byLag[l] += furtherByKernel[c][l];
    }
    return byLag;
  }

  /** Returns the sum over regions of coefficient x weighted response. */
  private double addByCoefficients(int c, double[] weight, double[] gradient) {
    int weeks = media.weeks();
    double sum = 0;
    for (int r = 0; r < media.regions(); r++) {
      double by = coefficient[c][r] * Vectors.dot(weight, response[c], r * weeks, weeks);
      sum += by;
      if (deviations.length > 0 && model.layout().deviates(c)) {
        gradient[deviations[r] + c] += by;
      }
    }
    gradient[shares[c]] += sum;
    return sum;
  }
}
