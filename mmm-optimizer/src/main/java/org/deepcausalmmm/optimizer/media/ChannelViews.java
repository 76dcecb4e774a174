package org.deepcausalmmm.optimizer.media;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.core.planning.FutureMedia;
import org.deepcausalmmm.optimizer.media.MediaPlan.OutcomeEstimate;
import org.deepcausalmmm.optimizer.media.MediaPlan.PlannedChannel;
import org.deepcausalmmm.optimizer.media.MediaPlan.SpendPoint;

/** The consequences of a plan for each channel. */
final class ChannelViews {
  private static final int POINTS = 12;
  private static final double BEYOND = 1.5;

  private final FutureMedia media;
  private final List<String> names;
  private final double[][][] present;
  private final double[][][] optimum;
  private final Optional<double[]> first;

  ChannelViews(FutureMedia media, List<String> names, double[][][] present, double[][][] optimum) {
    this(media, names, present, optimum, Optional.empty());
  }

  private ChannelViews(
      FutureMedia media,
      List<String> names,
      double[][][] present,
      double[][][] optimum,
      Optional<double[]> first) {
    this.media = media;
    this.names = names;
    this.present = present;
    this.optimum = optimum;
    this.first = first;
  }

  /**
   * Returns the same with the outcome of the first money where the plan spends nothing, given
   * otherwise than by the derivative at 0, which is of amounts too small to be spent.
   *
   * @param first [channel]: marginal outcome of the first money
   */
  ChannelViews withFirst(double[] first) {
    return new ChannelViews(media, names, present, optimum, Optional.of(first));
  }

  List<PlannedChannel> channels() {
    double[] marginal = marginal();
    double[][] most = new double[POINTS + 1][names.size()];
    for (int c = 0; c < names.size(); c++) {
      double widest = Math.max(BEYOND * Math.max(total(present[c]), total(optimum[c])), 0.01);
      for (int k = 0; k <= POINTS; k++) {
        most[k][c] = widest * k / POINTS;
      }
    }
    double[][] none = outcomes(optimum, new double[names.size()]);
    List<double[][]> points = new ArrayList<>();
    for (double[] spends : most) {
      points.add(outcomes(optimum, spends));
    }
    double[][] now = outcomes(present, totals(present));
    double[][] nothing = outcomes(present, new double[names.size()]);
    double[][] then = outcomes(optimum, totals(optimum));
    List<PlannedChannel> channels = new ArrayList<>();
    for (int c = 0; c < names.size(); c++) {
      List<SpendPoint> curve = new ArrayList<>();
      boolean known = total(optimum[c]) > 0 || total(present[c]) > 0;
      for (int k = 0; k <= POINTS && known; k++) {
        curve.add(new SpendPoint(most[k][c], Estimates.ofDifference(points.get(k)[c], none[c])));
      }
      channels.add(
          new PlannedChannel(
              names.get(c),
              total(present[c]),
              total(optimum[c]),
              Estimates.ofDifference(now[c], nothing[c]),
              Estimates.ofDifference(then[c], none[c]),
              marginal[c],
              curve));
    }
    return channels;
  }

  private static double[] totals(double[][][] spend) {
    return Arrays.stream(spend).mapToDouble(ChannelViews::total).toArray();
  }

  /**
   * Returns the outcome in every draw if one channel at a time is paid otherwise: all of it where
   * channels drive each other, else the outcome of that channel, for all channels at once.
   *
   * @param spends [channel]: sums, spread like the channel's money in the plan
   * @return [channel][draw]
   */
  private double[][] outcomes(double[][][] others, double[] spends) {
    double[][] outcomes = new double[names.size()][media.drawCount()];
    if (media.coupled()) {
      for (int c = 0; c < spends.length; c++) {
        double[][][] spend = others.clone();
        spend[c] = paid(others, c, spends[c]);
        double[] draws = outcomes[c];
        media.evaluate(spend, false, (d, outcome, g) -> draws[d] = MediaDraws.sum(outcome));
      }
      return outcomes;
    }
    double[][][] spend = new double[spends.length][][];
    for (int c = 0; c < spends.length; c++) {
      spend[c] = paid(others, c, spends[c]);
    }
    media.evaluate(
        spend,
        false,
        (d, outcome, g) -> {
          for (int c = 0; c < spends.length; c++) {
            for (double[] region : outcome) {
              outcomes[c][d] += region[media.paid().get(c)];
            }
          }
        });
    return outcomes;
  }

  /** Spreads a channel's sum like its own money, or like the present plan if it has none. */
  private double[][] paid(double[][][] others, int channel, double spend) {
    double[][] shape =
        total(others[channel]) > 0
            ? others[channel]
            : total(optimum[channel]) > 0 ? optimum[channel] : present[channel];
    double unit = total(shape);
    return Arrays.stream(shape)
        .map(row -> Arrays.stream(row).map(x -> unit > 0 ? x * spend / unit : 0).toArray())
        .toArray(double[][]::new);
  }

  /** Returns the marginal outcome of each channel's money, spread like the plan. */
  private double[] marginal() {
    double[] marginal = new double[names.size()];
    media.evaluate(
        optimum,
        true,
        (d, outcome, gradient) -> {
          for (int c = 0; c < marginal.length; c++) {
            double[][] shape = total(optimum[c]) > 0 ? optimum[c] : present[c];
            double unit = total(shape) * media.drawCount();
            for (int r = 0; r < shape.length && unit > 0; r++) {
              for (int t = 0; t < shape[r].length; t++) {
                marginal[c] += gradient[c][r][t] * shape[r][t] / unit;
              }
            }
          }
        });
    for (int c = 0; c < marginal.length && first.isPresent(); c++) {
      if (total(optimum[c]) == 0) {
        marginal[c] = first.get()[c];
      }
    }
    return marginal;
  }

  static double total(double[][] rows) {
    return MediaDraws.sum(rows);
  }

  /** Returns the incremental outcome of a plan. */
  static OutcomeEstimate outcome(FutureMedia media, double[][][] spend) {
    return Estimates.of(draws(media, spend));
  }

  static double[] draws(FutureMedia media, double[][][] spend) {
    double[] outcomes = new double[media.drawCount()];
    media.evaluate(spend, false, (d, outcome, g) -> outcomes[d] = MediaDraws.sum(outcome));
    return outcomes;
  }
}
