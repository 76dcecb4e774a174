package org.deepcausalmmm.core.model;

import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.api.Temporal;
import org.deepcausalmmm.core.numeric.Vectors;

/**
 * The contributions of the media model at one vector of parameters, and the way back from
 * derivatives by contributions to derivatives by parameters. The arrays that it returns are its
 * own.
 */
public final class NumericState {
  private final NumericMedia media;
  private final MediaModel model;
  private final List<NumericBlocks> temporal = new ArrayList<>();
  private final List<double[][]> groupKernel = new ArrayList<>();
  private final double[][] kernel;
  private final double[][] acting;
  private final double[][] response;
  private final double[][] byExposure;
  private final double[][][] byParameter;
  private final double[][] parameters;
  private final double[][] coefficient;
  private final double[] reference;
  private final double[] total;
  private final int[] lags;
  private final double[] theta;

  /** Computes kernels, responses and contributions, with the derivatives of responses if asked. */
  NumericState(NumericMedia media, double[] theta, boolean differentiates) {
    this.media = media;
    this.theta = theta;
    model = media.model();
    int channels = media.channels();
    int cells = media.cells();
    kernel = new double[channels][];
    acting = new double[channels][cells];
    response = new double[channels][cells];
    byExposure = new double[channels][differentiates ? cells : 0];
    byParameter = new double[channels][][];
    parameters = new double[channels][];
    for (int c = 0; c < channels; c++) {
      parameters[c] = new double[media.responseParameters(c).length];
      byParameter[c] = new double[differentiates ? parameters[c].length : 0][cells];
    }
    coefficient = new double[channels][media.regions()];
    reference = new double[channels];
    total = new double[cells];
    lags = new int[channels];
    readKernels();
    for (int c = 0; c < kernel.length; c++) {
      respond(c, differentiates);
      addContribution(c);
    }
  }

  private void readKernels() {
    for (int g = 0; g < model.temporalGroups().size(); g++) {
      ChannelGroup<Temporal> group = model.temporalGroups().get(g);
      NumericBlocks values = NumericBlocks.of(group.blocks(), theta);
      temporal.add(values);
      double[][] rows = media.kernel(g).kernel(values, group.channels().size());
      groupKernel.add(rows);
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
    double mean =
        Vectors.dot(media.counted(), response[c], 0, media.cells()) / media.observedCells();
    reference[c] = mean > MediaGraph.LEAST_REFERENCE ? mean : Double.POSITIVE_INFINITY;
    double national = Math.exp(theta[media.share(c)]) / reference[c];
    for (int r = 0; r < media.regions(); r++) {
      double own = national;
      if (media.deviates(c)) {
        own *= Math.exp(theta[media.deviation(r, c)]);
      }
      coefficient[c][r] = own;
      for (int i = media.grid().start(r); i < media.grid().end(r); i++) {
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
   * channels; for a state that was differentiated.
   *
   * @param weight [cell]
   * @param further derivatives by the contributions of single channels
   * @param gradient by all parameters, to add to
   */
  public void addGradient(double[] weight, ContributionSlopes further, double[] gradient) {
    double[] byActing = new double[media.cells()];
    for (int g = 0; g < temporal.size(); g++) {
      ChannelGroup<Temporal> group = model.temporalGroups().get(g);
      double[][] byKernel = new double[group.channels().size()][];
      for (int i = 0; i < byKernel.length; i++) {
        int c = group.channels().get(i);
        byKernel[i] = byKernel(c, weight, further, byActing, gradient);
      }
      NumericBlocks byParameters = NumericBlocks.zeros(group.blocks());
      media.kernel(g).addGradient(temporal.get(g), groupKernel.get(g), byKernel, byParameters);
      byParameters.addTo(theta, gradient);
    }
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
              * Vectors.dot(weight, response[channel], media.grid().start(r), media.weeks());
    }
    return sum;
  }

  /**
   * Returns the derivative of the weighed sum of a channel's contribution by the logarithm of its
   * exposure; for a state that was differentiated.
   */
  public double marginal(int channel, double[] weight) {
    double[] slope = byExposure[channel];
    double[] exposure = acting[channel];
    double sum = 0;
    for (int r = 0; r < media.regions(); r++) {
      double inRegion = 0;
      for (int i = media.grid().start(r); i < media.grid().end(r); i++) {
        inRegion += weight[i] * slope[i] * exposure[i];
      }
      sum += coefficient[channel][r] * inRegion;
    }
    return sum;
  }

  /**
   * Adds the derivatives by a channel's coefficients and curve, returns those by its kernel.
   *
   * @param byActing [cell]: room for those by exposure after carry-over
   */
  private double[] byKernel(
      int c, double[] plain, ContributionSlopes further, double[] byActing, double[] gradient) {
    double[] weight = further.addedTo(plain, c);
    int weeks = media.weeks();
    double ofReference = addByCoefficients(c, weight, gradient) + further.byCoefficient(c);
    double perCell = -ofReference / reference[c] / media.observedCells();
    double[] counted = media.counted();
    double[] sums = new double[parameters[c].length];
    double[] byLag = new double[kernel[c].length];
    double[] slope = byExposure[c];
    for (int r = 0; r < media.regions(); r++) {
      if (!media.active(c, r)) {
        continue;
      }
      int from = media.grid().start(r);
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
    double[] ofOtherExposure = further.byKernel(c);
    for (int l = 0; l < ofOtherExposure.length; l++) {
      byLag[l] += ofOtherExposure[l];
    }
    return byLag;
  }

  /** Returns the sum over regions of coefficient x weighted response. */
  private double addByCoefficients(int c, double[] weight, double[] gradient) {
    int weeks = media.weeks();
    double sum = 0;
    for (int r = 0; r < media.regions(); r++) {
      double by =
          coefficient[c][r] * Vectors.dot(weight, response[c], media.grid().start(r), weeks);
      sum += by;
      if (media.deviates(c)) {
        gradient[media.deviation(r, c)] += by;
      }
    }
    gradient[media.share(c)] += sum;
    return sum;
  }
}
