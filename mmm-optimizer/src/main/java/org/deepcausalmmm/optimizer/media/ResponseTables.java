package org.deepcausalmmm.optimizer.media;

import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.core.planning.FutureMedia;
import org.deepcausalmmm.optimizer.problem.SpendResponse;
import org.deepcausalmmm.optimizer.problem.TabulatedResponse;

/**
 * Tables of the outcome of each decision on its own, in every draw.
 *
 * <p>Where no channel drives another, this is exact at the points: a decision's response is that of
 * its channel, in its region if it has one. Where channels drive each other, a decision's response
 * is the change of the whole outcome with the others at their present spend.
 */
final class ResponseTables {
  /** Points of a table; they lie closer together near 0. */
  private static final int PIECES = 48;

  private static final int COUPLED_PIECES = 16;

  private final FutureMedia media;
  private final SpendMap map;
  private final double[] upper;

  /**
   * Prepares tables.
   *
   * @param upper [decision]: the largest spend of each table
   */
  ResponseTables(FutureMedia media, SpendMap map, double[] upper) {
    this.media = media;
    this.map = map;
    this.upper = upper.clone();
    for (int i = 0; i < upper.length; i++) {
      this.upper[i] = Math.max(0.01, upper[i]);
    }
  }

  /** Returns the responses by decision and draw. */
  List<List<SpendResponse>> byDraw() {
    double[][][] values = values();
    List<List<SpendResponse>> responses = new ArrayList<>();
    for (int i = 0; i < map.size(); i++) {
      List<SpendResponse> draws = new ArrayList<>();
      for (int d = 0; d < media.drawCount(); d++) {
        double[] column = new double[values.length];
        for (int k = 0; k < column.length; k++) {
          column[k] = values[k][i][d];
        }
        draws.add(new TabulatedResponse(points(i, values.length - 1), column));
      }
      responses.add(draws);
    }
    return responses;
  }

  /** Returns the responses by decision, averaged over draws. */
  List<SpendResponse> mean() {
    double[][][] values = values();
    List<SpendResponse> responses = new ArrayList<>();
    for (int i = 0; i < map.size(); i++) {
      double[] column = new double[values.length];
      for (int k = 0; k < column.length; k++) {
        for (double value : values[k][i]) {
          column[k] += value / media.drawCount();
        }
      }
      responses.add(new TabulatedResponse(points(i, values.length - 1), column));
    }
    return responses;
  }

  private double[] points(int decision, int pieces) {
    double[] points = new double[pieces + 1];
    for (int k = 0; k <= pieces; k++) {
      points[k] = upper[decision] * k * k / pieces / pieces;
    }
    return points;
  }

  /** Returns [point][decision][draw]. */
  private double[][][] values() {
    return media.coupled() ? coupled() : independent();
  }

  private double[][][] independent() {
    double[][][] values = new double[PIECES + 1][map.size()][media.drawCount()];
    List<Integer> paid = media.paid();
    for (int k = 1; k <= PIECES; k++) {
      double[] plan = new double[map.size()];
      for (int i = 0; i < plan.length; i++) {
        plan[i] = points(i, PIECES)[k];
      }
      double[][] at = values[k];
      media.evaluate(
          map.spread(plan),
          false,
          (d, outcome, none) -> {
            for (int i = 0; i < at.length; i++) {
              SpendMap.Line line = map.lines().get(i);
              int channel = paid.get(line.channel());
              if (line.cell().region() != null) {
                at[i][d] = outcome[line.place()[0] / map.weeks()][channel];
              } else {
                for (double[] region : outcome) {
                  at[i][d] += region[channel];
                }
              }
            }
          });
    }
    return values;
  }

  /** Changes one channel at a time; regions do not act on each other, so all change at once. */
  private double[][][] coupled() {
    double[][][] values = new double[COUPLED_PIECES + 1][map.size()][media.drawCount()];
    double[] present = map.total(media.present());
    for (int c = 0; c < map.channels(); c++) {
      for (int k = 0; k <= COUPLED_PIECES; k++) {
        double[] plan = present.clone();
        for (int i = 0; i < plan.length; i++) {
          if (map.lines().get(i).channel() == c) {
            plan[i] = points(i, COUPLED_PIECES)[k];
          }
        }
        addCoupled(plan, c, values[k], values[0]);
      }
    }
    for (double[] first : values[0]) {
      java.util.Arrays.fill(first, 0);
    }
    return values;
  }

  private void addCoupled(double[] plan, int channel, double[][] at, double[][] none) {
    media.evaluate(
        map.spread(plan),
        false,
        (d, outcome, gradient) -> {
          for (int i = 0; i < at.length; i++) {
            SpendMap.Line line = map.lines().get(i);
            if (line.channel() == channel) {
              double[][] rows =
                  line.cell().region() == null
                      ? outcome
                      : new double[][] {outcome[line.place()[0] / map.weeks()]};
              double sum = MediaDraws.sum(rows);
              at[i][d] = at == none ? sum : sum - none[i][d];
            }
          }
        });
  }
}
