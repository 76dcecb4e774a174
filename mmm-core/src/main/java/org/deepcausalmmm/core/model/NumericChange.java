package org.deepcausalmmm.core.model;

import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.core.numeric.Vectors;

/**
 * The change of contributions when the spend of one channel is scaled, in plain Java: only the
 * channels that its money reaches are computed again. It is immutable.
 */
public final class NumericChange {
  private final NumericMedia media;
  private final List<Part> parts = new ArrayList<>();

  /**
   * A part of a channel's exposure by the channel whose money it came from.
   *
   * @param series padded, empty where the part is the whole exposure
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Part(int origin, int channel, double[] series) {}

  /** Binds the parts of exposures. */
  public NumericChange(NumericMedia media, ExposureOrigins origins) {
    this.media = media;
    for (ExposureOrigins.Part part : origins.parts()) {
      double[] series = origins.isWhole(part) ? new double[0] : media.padded(part.exposure());
      parts.add(new Part(part.origin(), part.channel(), series));
    }
  }

  /** Returns whether a channel's money reaches the exposure of another. */
  public boolean drives(int origin) {
    return parts.stream().anyMatch(p -> p.origin() == origin && p.channel() != origin);
  }

  /**
   * Returns the weighed changes of all contributions against the factual state.
   *
   * @param state of the media at the parameters
   * @param multipliers of the origin's spend, each 0 or more
   * @param childrenFollow false to hold the exposures of all other channels
   * @param weights [weight][cell]
   * @return [multiplier][weight]
   */
  public double[][] weighed(
      NumericState state,
      int origin,
      double[] multipliers,
      boolean childrenFollow,
      double[][] weights) {
    double[][] sums = new double[multipliers.length][weights.length];
    for (Part part : parts) {
      if (part.origin() == origin && (childrenFollow || part.channel() == origin)) {
        add(state, part, multipliers, weights, sums);
      }
    }
    return sums;
  }

  private void add(
      NumericState state, Part part, double[] multipliers, double[][] weights, double[][] sums) {
    boolean whole = part.series().length == 0;
    double[] reached = whole ? state.acting(part.channel()) : acting(state, part);
    double[] factual = new double[weights.length];
    for (int i = 0; i < factual.length; i++) {
      factual[i] = state.weighed(part.channel(), weights[i]);
    }
    for (int m = 0; m < multipliers.length; m++) {
      boolean none = whole && multipliers[m] == 0;
      double[] changed =
          none ? new double[0] : response(state, part.channel(), multipliers[m] - 1, reached);
      for (int i = 0; i < weights.length; i++) {
        double sum = none ? 0 : weighed(state.coefficient(part.channel()), changed, weights[i]);
        sums[m][i] += sum - factual[i];
      }
    }
  }

  /** Returns a channel's response [cell] when a part of its exposure is scaled. */
  private double[] response(NumericState state, int c, double further, double[] reached) {
    double[] acting = state.acting(c);
    double[] scaled = new double[acting.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = acting[i] + further * reached[i];
    }
    for (int i = 0; i < scaled.length; i++) {
      if (scaled[i] < 0) {
        scaled[i] = 0;
      }
    }
    double[] changed = new double[scaled.length];
    media.response(c).respond(state.parameters(c), scaled, media.cells(), changed);
    media.multiply(c, changed);
    return changed;
  }

  /** Returns what a part of exposure carries over [cell]. */
  private double[] acting(NumericState state, Part part) {
    double[] own = new double[media.cells()];
    double[] kernel = state.kernel()[part.channel()];
    int lags = Convolution.lags(kernel);
    for (int r = 0; r < media.regions(); r++) {
      media.convolution().apply(kernel, lags, part.series(), r, own);
    }
    return own;
  }

  private double weighed(double[] coefficient, double[] response, double[] weight) {
    double sum = 0;
    for (int r = 0; r < media.regions(); r++) {
      int from = media.grid().start(r);
      sum += coefficient[r] * Vectors.dot(weight, response, from, media.weeks());
    }
    return sum;
  }

  /**
   * Returns contributions by the channel whose money they came from, in proportion to acting
   * exposure; they sum to those of all channels.
   *
   * @param state of the media at the parameters
   * @return [channel][cell]
   */
  public double[][] contributions(NumericState state) {
    double[][] byOrigin = new double[media.channels()][media.cells()];
    for (Part part : parts) {
      double[] response = state.response(part.channel());
      double[] acting = state.acting(part.channel());
      boolean whole = part.series().length == 0;
      double[] reached = whole ? acting : acting(state, part);
      double[] sum = byOrigin[part.origin()];
      for (int r = 0; r < media.regions(); r++) {
        double unit = state.coefficient(part.channel())[r];
        for (int i = media.grid().start(r); i < media.grid().end(r); i++) {
          double credited =
              whole ? response[i] : response[i] * reached[i] / Math.max(acting[i], MediaModel.TINY);
          sum[i] += unit * credited;
        }
      }
    }
    return byOrigin;
  }
}
