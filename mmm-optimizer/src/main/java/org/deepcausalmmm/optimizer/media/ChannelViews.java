package org.deepcausalmmm.optimizer.media;

import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.core.analysis.FutureMedia;
import org.deepcausalmmm.optimizer.media.MediaPlan.CurvePoint;
import org.deepcausalmmm.optimizer.media.MediaPlan.Estimate;
import org.deepcausalmmm.optimizer.media.MediaPlan.PlannedChannel;

/** Says what a plan means for each channel. */
final class ChannelViews {
  private static final int POINTS = 12;
  private static final double BEYOND = 1.5;

  private final FutureMedia media;
  private final List<String> names;
  private final double[][][] present;
  private final double[][][] optimum;

  ChannelViews(FutureMedia media, List<String> names, double[][][] present, double[][][] optimum) {
    this.media = media;
    this.names = names;
    this.present = present;
    this.optimum = optimum;
  }

  List<PlannedChannel> channels() {
    double[] marginal = marginal();
    List<PlannedChannel> channels = new ArrayList<>();
    for (int c = 0; c < names.size(); c++) {
      double now = total(present[c]);
      double then = total(optimum[c]);
      double most = Math.max(BEYOND * Math.max(now, then), 0.01);
      double[][] shape = then > 0 ? optimum[c] : present[c];
      double unit = then > 0 ? then : now;
      double[] none = outcomes(optimum, c, null, 0);
      List<CurvePoint> curve = new ArrayList<>();
      for (int k = 0; k <= POINTS && unit > 0; k++) {
        double spend = most * k / POINTS;
        double[] some = outcomes(optimum, c, shape, spend / unit);
        curve.add(new CurvePoint(spend, Estimates.ofDifference(some, none)));
      }
      channels.add(
          new PlannedChannel(
              names.get(c),
              now,
              then,
              Estimates.ofDifference(
                  outcomes(present, c, present[c], 1), outcomes(present, c, null, 0)),
              Estimates.ofDifference(outcomes(optimum, c, optimum[c], 1), none),
              marginal[c],
              curve));
    }
    return channels;
  }

  /** Gives what all channels bring in every draw if one of them is paid otherwise. */
  private double[] outcomes(
      double[][][] others,
      int channel,
      double @org.jspecify.annotations.Nullable [][] shape,
      double factor) {
    double[][][] spend = others.clone();
    spend[channel] = new double[others[channel].length][others[channel][0].length];
    for (int r = 0; r < spend[channel].length && shape != null; r++) {
      for (int t = 0; t < spend[channel][r].length; t++) {
        spend[channel][r][t] = factor * shape[r][t];
      }
    }
    double[] outcomes = new double[media.drawCount()];
    media.evaluate(spend, false, (d, brought, g) -> outcomes[d] = MediaDraws.sum(brought));
    return outcomes;
  }

  /** Gives what a further unit of each channel's money brings, spread like the plan. */
  private double[] marginal() {
    double[] marginal = new double[names.size()];
    media.evaluate(
        optimum,
        true,
        (d, brought, gradient) -> {
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
    return marginal;
  }

  static double total(double[][] rows) {
    return MediaDraws.sum(rows);
  }

  /** Gives what a plan brings. */
  static Estimate outcome(FutureMedia media, double[][][] spend) {
    return Estimates.of(draws(media, spend));
  }

  static double[] draws(FutureMedia media, double[][][] spend) {
    double[] outcomes = new double[media.drawCount()];
    media.evaluate(spend, false, (d, brought, g) -> outcomes[d] = MediaDraws.sum(brought));
    return outcomes;
  }
}
