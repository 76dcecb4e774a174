package org.deepcausalmmm.core.planning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.deepcausalmmm.api.Edge;
import org.deepcausalmmm.api.StructuralEquations;
import org.deepcausalmmm.core.model.EarlierExposure;

/**
 * The linear map from planned money to exposures: what the money buys, and what channels drive in
 * each other after the observed history.
 *
 * <p>Because the map is linear, derivatives by exposures become derivatives by money through its
 * transpose.
 */
final class FutureExposure {
  private static final double ECHO_LEFT = 0.01;
  private static final int LONGEST_ECHO = 26;

  private final ReferenceSpend reference;
  private final FutureWeeks window;
  private final double[][][] relative;
  private final List<Edge> edges;
  private final List<Integer> order;
  private final double[][] carried;
  private final EarlierExposure earlier;
  private final int history;
  private final int maxLag;
  private final int tail;

  /**
   * Creates the map for a window of weeks.
   *
   * @param relative [channel][region][week] up to the plan
   * @param earlier exposure before its first week
   */
  FutureExposure(
      ReferenceSpend reference,
      FutureWeeks window,
      double[][][] relative,
      StructuralEquations equations,
      EarlierExposure earlier,
      int maxLag) {
    this.reference = reference;
    this.window = window;
    this.relative = relative;
    this.earlier = earlier;
    this.maxLag = maxLag;
    edges = equations.causalEdges();
    order = equations.topologicalOrder();
    history = relative[0][0].length;
    tail = maxLag + edges.stream().mapToInt(FutureExposure::echo).max().orElse(0);
    carried = new double[edges.size()][regions()];
    for (int e = 0; e < edges.size(); e++) {
      Edge edge = edges.get(e);
      for (int r = 0; r < regions(); r++) {
        double[] parent = relative[edge.from()][r];
        carried[e][r] = edge.adstock(parent, earlier.before(parent))[history - 1];
      }
    }
  }

  private static int echo(Edge edge) {
    return edge.decay() <= 0
        ? 0
        : (int) Math.min(LONGEST_ECHO, Math.ceil(Math.log(ECHO_LEFT) / Math.log(edge.decay())));
  }

  private int regions() {
    return relative[0].length;
  }

  /**
   * Returns the number of weeks whose effect is counted: the planned ones and those that they carry
   * over into.
   */
  int countedWeeks() {
    return window.count() + tail;
  }

  /** Returns the number of weeks after the history, the planned ones included. */
  private int laterWeeks() {
    return window.first() - history + countedWeeks();
  }

  private boolean planned(int later) {
    int week = history + later - window.first();
    return week >= 0 && week < window.count();
  }

  /**
   * Returns exposures from {@code maxLag} weeks before the plan to the last counted week.
   *
   * @param spend [paid channel][region][planned week]: money
   * @return [channel][region][maxLag + counted week]
   */
  double[][][] of(double[][][] spend) {
    double[][][] later = own(spend);
    for (int child : order) {
      for (int e = 0; e < edges.size(); e++) {
        Edge edge = edges.get(e);
        for (int r = 0; r < regions() && edge.to() == child; r++) {
          double[] adstock = edge.adstock(later[edge.from()][r], carried[e][r]);
          for (int n = 0; n < adstock.length; n++) {
            later[child][r][n] += edge.weight() * adstock[n];
          }
        }
      }
    }
    double[][][] padded = new double[later.length][regions()][maxLag + countedWeeks()];
    for (int c = 0; c < padded.length; c++) {
      for (int r = 0; r < regions(); r++) {
        for (int j = 0; j < padded[c][r].length; j++) {
          int week = window.first() - maxLag + j;
          padded[c][r][j] =
              week < 0
                  ? earlier.before(relative[c][r])
                  : week < history ? relative[c][r][week] : later[c][r][week - history];
        }
      }
    }
    return padded;
  }

  /** Returns the exposures that are bought: by the plan, and by the present plan around it. */
  private double[][][] own(double[][][] spend) {
    double[][][] own = new double[relative.length][regions()][laterWeeks()];
    for (int c = 0; c < own.length; c++) {
      for (int r = 0; r < regions(); r++) {
        double usual = reference.meanOwn(c, r, window.count());
        java.util.Arrays.fill(own[c][r], usual);
      }
    }
    double[][][] present = reference.present(window.count());
    int[] paid = reference.paid();
    for (int p = 0; p < paid.length; p++) {
      for (int r = 0; r < regions(); r++) {
        double cost = reference.cost(paid[p], r);
        double usual = java.util.Arrays.stream(present[p][r]).average().orElse(0);
        for (int n = 0; n < laterWeeks(); n++) {
          int week = history + n - window.first();
          own[paid[p]][r][n] = (planned(n) ? spend[p][r][week] : usual) / cost;
        }
      }
    }
    return own;
  }

  /**
   * Returns derivatives by money, from derivatives by exposures.
   *
   * @param gradient [channel][region][maxLag + counted week]
   * @return [paid channel][region][planned week]
   */
  double[][][] back(double[][][] gradient) {
    double[][][] later = new double[gradient.length][regions()][laterWeeks()];
    for (int c = 0; c < later.length; c++) {
      for (int r = 0; r < regions(); r++) {
        for (int j = 0; j < gradient[c][r].length; j++) {
          int n = window.first() - maxLag + j - history;
          if (n >= 0) {
            later[c][r][n] = gradient[c][r][j];
          }
        }
      }
    }
    List<Integer> reversed = new ArrayList<>(order);
    Collections.reverse(reversed);
    for (int child : reversed) {
      for (Edge edge : edges) {
        for (int r = 0; r < regions() && edge.to() == child; r++) {
          double state = 0;
          for (int n = laterWeeks() - 1; n >= 0; n--) {
            state = edge.decay() * state + edge.weight() * later[child][r][n];
            later[edge.from()][r][n] += (1 - edge.decay()) * state;
          }
        }
      }
    }
    int[] paid = reference.paid();
    double[][][] money = new double[paid.length][regions()][window.count()];
    for (int p = 0; p < paid.length; p++) {
      for (int r = 0; r < regions(); r++) {
        for (int week = 0; week < window.count(); week++) {
          money[p][r][week] =
              later[paid[p]][r][window.first() - history + week] / reference.cost(paid[p], r);
        }
      }
    }
    return money;
  }
}
