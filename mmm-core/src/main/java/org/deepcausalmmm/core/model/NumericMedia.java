package org.deepcausalmmm.core.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deepcausalmmm.api.Constraint;
import org.deepcausalmmm.api.KernelFunction;
import org.deepcausalmmm.api.ResponseFunction;
import org.deepcausalmmm.core.numeric.Grid;

/**
 * The media model bound to exposures, in plain Java: the same contributions as {@link MediaGraph}
 * and their gradient, without the tensor engine.
 *
 * <p>It is immutable; its values at parameters are a {@link NumericState}. A cell is a region's
 * week, see {@link Grid}.
 */
public final class NumericMedia {
  private final MediaModel model;
  private final List<KernelFunction> kernels;
  private final ResponseFunction[] responses;
  private final int[][] responseParameters;
  private final Constraint[][] responseConstraints;
  private final Convolution convolution;
  private final double[][] series;
  private final boolean[][] active;
  private final EarlierExposure earlier;
  private final double[] counted;
  private final int observedCells;
  private final double[][] multiplier;
  private final int regions;
  private final int weeks;
  private final Grid grid;

  /** [channel]: where its share lies among all parameters. */
  private final int[] shares;

  /** Where the deviations of each region begin; empty without any. */
  private final int[] deviations;

  private NumericMedia(
      MediaModel model,
      List<KernelFunction> kernels,
      ResponseFunction[] responses,
      double[][][] exposure,
      EarlierExposure earlier,
      boolean[][] observed,
      double[][] multiplier) {
    this.model = model;
    this.kernels = kernels;
    this.responses = responses;
    this.earlier = earlier;
    regions = observed.length;
    weeks = observed[0].length;
    grid = new Grid(regions, weeks);
    convolution = new Convolution(regions, weeks, model.maxLag());
    responseParameters = new int[exposure.length][];
    responseConstraints = new Constraint[exposure.length][];
    series = new double[exposure.length][];
    active = new boolean[exposure.length][regions];
    for (int c = 0; c < exposure.length; c++) {
      List<ParameterBlock> blocks = responseBlocks(c);
      int place = blocks.isEmpty() ? 0 : blocks.get(0).channels().indexOf(c);
      responseParameters[c] = blocks.stream().mapToInt(b -> b.index(0, place)).toArray();
      responseConstraints[c] =
          blocks.stream().map(b -> b.spec().constraint()).toArray(Constraint[]::new);
      series[c] = padded(exposure[c]);
      markActive(c);
    }
    counted = new double[grid.size()];
    int count = 0;
    for (int r = 0; r < regions; r++) {
      for (int t = 0; t < weeks; t++) {
        counted[grid.index(r, t)] = observed[r][t] ? 1 : 0;
        count += observed[r][t] ? 1 : 0;
      }
    }
    observedCells = count;
    ParameterBlock share = model.layout().find(MediaModel.MEDIA, MediaModel.SHARE, 0).orElseThrow();
    shares = IntStream.range(0, exposure.length).map(c -> share.index(0, c)).toArray();
    deviations =
        model
            .layout()
            .find(MediaModel.MEDIA, MediaModel.DEVIATION, 0)
            .map(b -> IntStream.range(0, regions).map(r -> b.index(r, 0)).toArray())
            .orElse(new int[0]);
    this.multiplier = byChannel(multiplier, exposure.length);
  }

  private static double[][] byChannel(double[][] byWeek, int channels) {
    double[][] result = new double[byWeek.length == 0 ? 0 : channels][byWeek.length];
    for (int c = 0; c < result.length; c++) {
      for (int t = 0; t < byWeek.length; t++) {
        result[c][t] = byWeek[t][c];
      }
    }
    return result;
  }

  /**
   * Binds a model if all of its components compute in plain Java.
   *
   * @param exposure [channel][region][week], relative
   * @param observed [region][week]: the cells over which the reference is taken
   * @param multiplier [week][channel]: effectiveness over time; no rows where it is constant
   */
  public static Optional<NumericMedia> of(
      MediaModel model,
      double[][][] exposure,
      EarlierExposure earlier,
      boolean[][] observed,
      double[][] multiplier) {
    ResponseFunction[] responses = new ResponseFunction[model.channelCount()];
    for (ChannelGroup<org.deepcausalmmm.api.Saturation> group : model.saturationGroups()) {
      Optional<ResponseFunction> response = group.component().responseFunction();
      if (response.isEmpty() || group.blocks().stream().anyMatch(ParameterBlock::byRegion)) {
        return Optional.empty();
      }
      group.channels().forEach(c -> responses[c] = response.get());
    }
    List<KernelFunction> kernels =
        model.temporalGroups().stream()
            .flatMap(group -> group.component().kernelFunction().stream())
            .toList();
    return kernels.size() < model.temporalGroups().size()
        ? Optional.empty()
        : Optional.of(
            new NumericMedia(model, kernels, responses, exposure, earlier, observed, multiplier));
  }

  private List<ParameterBlock> responseBlocks(int channel) {
    return model.saturationGroups().stream()
        .filter(group -> group.channels().contains(channel))
        .findFirst()
        .orElseThrow()
        .blocks();
  }

  /** Returns each region's series behind as many weeks before the data as there are lags. */
  double[] padded(double[][] exposure) {
    int lead = model.maxLag();
    double[] padded = new double[regions * (lead + weeks)];
    for (int r = 0; r < regions; r++) {
      int at = r * (lead + weeks);
      Arrays.fill(padded, at, at + lead, earlier.before(exposure[r]));
      System.arraycopy(exposure[r], 0, padded, at + lead, weeks);
    }
    return padded;
  }

  private void markActive(int channel) {
    int width = model.maxLag() + weeks;
    for (int r = 0; r < regions; r++) {
      active[channel][r] =
          Arrays.stream(series[channel], r * width, (r + 1) * width).anyMatch(x -> x != 0);
    }
  }

  /** Returns cells as rows: [region][week]. */
  public double[][] rows(double[] cells) {
    return grid.rows(cells);
  }

  /** Returns kernels, responses and contributions at parameters. */
  public NumericState at(double[] theta) {
    return new NumericState(this, theta, false);
  }

  /** Returns the same with the means for a gradient. */
  public NumericState differentiatedAt(double[] theta) {
    return new NumericState(this, theta, true);
  }

  /** Returns where a channel's share lies among all parameters. */
  int share(int channel) {
    return shares[channel];
  }

  /** Returns whether the regions deviate from a channel's share. */
  boolean deviates(int channel) {
    return deviations.length > 0 && model.layout().deviates(channel);
  }

  /** Returns where a region's deviation from a channel's share lies among all parameters. */
  int deviation(int region, int channel) {
    return deviations[region] + channel;
  }

  MediaModel model() {
    return model;
  }

  int regions() {
    return regions;
  }

  int weeks() {
    return weeks;
  }

  int cells() {
    return grid.size();
  }

  Grid grid() {
    return grid;
  }

  /** Returns the number of channels. */
  public int channels() {
    return series.length;
  }

  KernelFunction kernel(int group) {
    return kernels.get(group);
  }

  ResponseFunction response(int channel) {
    return responses[channel];
  }

  /** Returns where a channel's saturation parameters lie among all. */
  int[] responseParameters(int channel) {
    return responseParameters[channel];
  }

  /** Returns the constraints of a channel's saturation parameters. */
  Constraint[] responseConstraints(int channel) {
    return responseConstraints[channel];
  }

  /** Returns a channel's padded series; see {@link #convolution}. */
  double[] series(int channel) {
    return series[channel];
  }

  Convolution convolution() {
    return convolution;
  }

  /** Returns whether a channel has any exposure in a region. */
  boolean active(int channel, int region) {
    return active[channel][region];
  }

  /** Returns 1 in the cells over which the reference is taken, 0 in the others. */
  double[] counted() {
    return counted;
  }

  int observedCells() {
    return observedCells;
  }

  private boolean hasMultiplier() {
    return multiplier.length > 0;
  }

  /**
   * Multiplies a channel's values by its effectiveness over time; does nothing where it is
   * constant.
   *
   * @param values [cell], of a channel
   */
  void multiply(int channel, double[] values) {
    if (!hasMultiplier()) {
      return;
    }
    double[] own = multiplier[channel];
    for (int r = 0; r < regions; r++) {
      int at = grid.start(r);
      for (int t = 0; t < weeks; t++) {
        values[at + t] *= own[t];
      }
    }
  }
}
