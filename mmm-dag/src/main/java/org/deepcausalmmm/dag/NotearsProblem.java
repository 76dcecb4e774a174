package org.deepcausalmmm.dag;

import java.util.ArrayList;
import java.util.List;

/**
 * The fit of all channels' equations at once under the condition that their edges form no cycle.
 *
 * <p>Zheng, Aragam, Ravikumar and Xing (DAGs with NO TEARS, 2018): the graph of weights W has no
 * cycle if and only if h(W) = tr exp(W o W) - d is 0, which an augmented Lagrangian enforces. Here
 * a weight is a standardised one, 0 or more, one for each decay of an edge, and (W o W) of an edge
 * is the sum of their squares. What the child's own input explains was taken out before.
 */
final class NotearsProblem {
  /** Which of the decays are tried: few, since neighbouring ones are hard to tell apart. */
  private static final int[] DECAYS = {0, 2, 4};

  private static final double ACYCLIC = 1e-8;
  private static final double LARGEST_PENALTY = 1e12;
  private static final double TOLERANCE = 1e-6;

  private final int channels;
  private final List<Integer> from = new ArrayList<>();
  private final List<Integer> to = new ArrayList<>();
  private final List<double[][]> correlation = new ArrayList<>();
  private final List<double[]> score = new ArrayList<>();
  private final List<Double> sparsity = new ArrayList<>();

  NotearsProblem(int channels) {
    this.channels = channels;
  }

  /**
   * Adds the equation of a channel.
   *
   * @param allowed [channel]: which channels may drive it
   * @param lambda the penalty on the sum of weights, in units of the largest weight that pure
   *     chance gives among so many columns, sqrt(2 log columns / rows)
   */
  void add(int child, ExposureRegression regression, boolean[] allowed, double lambda) {
    List<Integer> columns = new ArrayList<>();
    for (int p = 0; p < channels; p++) {
      for (int decay : DECAYS) {
        int column = ExposureRegression.column(p, decay);
        if (allowed[p] && regression.informative() && regression.square(column) > 0) {
          columns.add(column);
          from.add(p);
          to.add(child);
        }
      }
    }
    double[][] gram = regression.gram(columns);
    double[] right = new double[columns.size()];
    double[] size = new double[columns.size()];
    for (int i = 0; i < size.length; i++) {
      size[i] = Math.sqrt(gram[i][i]);
      right[i] = regression.score(columns.get(i)) / size[i] / Math.sqrt(regression.total());
    }
    for (int i = 0; i < size.length; i++) {
      for (int j = 0; j < size.length; j++) {
        gram[i][j] /= size[i] * size[j];
      }
    }
    correlation.add(gram);
    score.add(right);
    double chance = Math.sqrt(2 * Math.log(Math.max(2, size.length)) / regression.degrees());
    sparsity.add(lambda * chance);
  }

  /** Returns the strength of every edge, [from][to], in standard deviations of the child's rest. */
  double[][] solve(int iterations) {
    double[] weights = new double[from.size()];
    double penalty = 1;
    double multiplier = 0;
    double before = Double.POSITIVE_INFINITY;
    while (penalty <= LARGEST_PENALTY) {
      double rho = penalty;
      double alpha = multiplier;
      weights =
          ProjectedGradient.minimise(
              (point, gradient) -> lagrangian(point, gradient, rho, alpha),
              weights,
              iterations,
              TOLERANCE);
      double cyclic = cyclic(MatrixExponential.of(squares(weights)));
      if (cyclic <= ACYCLIC) {
        break;
      }
      multiplier += penalty * cyclic;
      penalty *= cyclic > .25 * before ? 10 : 1;
      before = cyclic;
    }
    double[][] strength = squares(weights);
    for (double[] row : strength) {
      for (int c = 0; c < row.length; c++) {
        row[c] = Math.sqrt(row[c]);
      }
    }
    return strength;
  }

  private double lagrangian(double[] point, double[] gradient, double penalty, double multiplier) {
    double value = fit(point, gradient);
    double[][] exponential = MatrixExponential.of(squares(point));
    double cyclic = cyclic(exponential);
    double slope = penalty * cyclic + multiplier;
    for (int i = 0; i < point.length; i++) {
      gradient[i] += slope * exponential[to.get(i)][from.get(i)] * 2 * point[i];
    }
    return value + penalty / 2 * cyclic * cyclic + multiplier * cyclic;
  }

  /** Returns half the unexplained shares of variance and the penalty on weights. */
  private double fit(double[] point, double[] gradient) {
    double value = 0;
    int start = 0;
    for (int equation = 0; equation < score.size(); equation++) {
      double[] right = score.get(equation);
      double[][] gram = correlation.get(equation);
      for (int i = 0; i < right.length; i++) {
        double slope = 0;
        for (int j = 0; j < right.length; j++) {
          slope += gram[i][j] * point[start + j];
        }
        double linear = sparsity.get(equation) - right[i];
        value += point[start + i] * (slope / 2 + linear);
        gradient[start + i] = slope + linear;
      }
      start += right.length;
    }
    return value;
  }

  private double[][] squares(double[] weights) {
    double[][] squares = new double[channels][channels];
    for (int i = 0; i < weights.length; i++) {
      squares[from.get(i)][to.get(i)] += weights[i] * weights[i];
    }
    return squares;
  }

  private double cyclic(double[][] exponential) {
    double trace = -channels;
    for (int c = 0; c < channels; c++) {
      trace += exponential[c][c];
    }
    return trace;
  }
}
