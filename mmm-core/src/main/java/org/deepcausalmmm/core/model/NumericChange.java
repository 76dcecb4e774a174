package org.deepcausalmmm.core.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deepcausalmmm.core.numeric.Vectors;

/**
 * The change of contributions when the spend of one channel is scaled, in plain Java: only the
 * channels that its money reaches are computed again. For one thread.
 */
public final class NumericChange {
  private final NumericMedia media;
  private final NumericState state;
  private final List<Part> parts = new ArrayList<>();
  private final double[] changed;
  private final double[] scaled;
  private final double[] own;

  /**
   * A part of a channel's exposure by the channel whose money it came from.
   *
   * @param series padded, empty where the part is the whole exposure
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Part(int origin, int channel, double[] series) {}

  /**
   * Binds the parts of exposures.
   *
   * @param state of the media, evaluated before each call
   */
  public NumericChange(NumericMedia media, NumericState state, ExposureOrigins origins) {
    this.media = media;
    this.state = state;
    for (ExposureOrigins.Part part : origins.parts()) {
      double[] series = origins.isWhole(part) ? new double[0] : media.padded(part.exposure());
      parts.add(new Part(part.origin(), part.channel(), series));
    }
    changed = new double[media.cells()];
    scaled = new double[media.cells()];
    own = new double[media.cells()];
  }

  /** Returns whether a channel's money reaches the exposure of another. */
  public boolean drives(int origin) {
    return parts.stream().anyMatch(p -> p.origin() == origin && p.channel() != origin);
  }

  /**
   * Returns the weighed changes of all contributions against the factual state.
   *
   * @param multipliers of the origin's spend, each 0 or more
   * @param childrenFollow false to hold the exposures of all other channels
   * @param weights [weight][cell]
   * @return [multiplier][weight]
   */
  public double[][] weighed(
      int origin, double[] multipliers, boolean childrenFollow, double[][] weights) {
    double[][] sums = new double[multipliers.length][weights.length];
    for (Part part : parts) {
      if (part.origin() == origin && (childrenFollow || part.channel() == origin)) {
        add(part, multipliers, weights, sums);
      }
    }
    return sums;
  }

  private void add(Part part, double[] multipliers, double[][] weights, double[][] sums) {
    boolean whole = part.series().length == 0;
    double[] moved = whole ? state.acting(part.channel()) : acting(part);
    double[] factual = new double[weights.length];
    for (int i = 0; i < factual.length; i++) {
      factual[i] = state.weighed(part.channel(), weights[i]);
    }
    for (int m = 0; m < multipliers.length; m++) {
      boolean none = whole && multipliers[m] == 0;
      if (!none) {
        respond(part.channel(), multipliers[m] - 1, moved);
      }
      for (int i = 0; i < weights.length; i++) {
        sums[m][i] += (none ? 0 : weighedChanged(part.channel(), weights[i])) - factual[i];
      }
    }
  }

  private void respond(int c, double further, double[] moved) {
    double[] acting = state.acting(c);
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = acting[i] + further * moved[i];
    }
    for (int i = 0; i < scaled.length; i++) {
      if (scaled[i] < 0) {
        scaled[i] = 0;
      }
    }
    media.response(c).respond(state.parameters(c), scaled, media.cells(), changed);
    media.multiply(c, changed);
  }

  private double[] acting(Part part) {
    double[] kernel = state.kernel()[part.channel()];
    int lags = Convolution.lags(kernel);
    for (int r = 0; r < media.regions(); r++) {
      media.convolution().apply(kernel, lags, part.series(), r, own);
    }
    return own;
  }

  private double weighedChanged(int c, double[] weight) {
    double sum = 0;
    for (int r = 0; r < media.regions(); r++) {
      int from = r * media.weeks();
      sum += state.coefficient(c)[r] * Vectors.dot(weight, changed, from, media.weeks());
    }
    return sum;
  }

  /**
   * Computes contributions by the channel whose money they came from, in proportion to acting
   * exposure; they sum to those of all channels.
   *
   * @param byOrigin [channel][cell], overwritten
   */
  public void contributions(double[][] byOrigin) {
    for (double[] row : byOrigin) {
      Arrays.fill(row, 0);
    }
    for (Part part : parts) {
      double[] response = state.response(part.channel());
      double[] acting = state.acting(part.channel());
      boolean whole = part.series().length == 0;
      double[] moved = whole ? acting : acting(part);
      double[] sum = byOrigin[part.origin()];
      for (int r = 0; r < media.regions(); r++) {
        double unit = state.coefficient(part.channel())[r];
        for (int i = r * media.weeks(); i < (r + 1) * media.weeks(); i++) {
          double credited =
              whole ? response[i] : response[i] * moved[i] / Math.max(acting[i], MediaModel.TINY);
          sum[i] += unit * credited;
        }
      }
    }
  }
}
