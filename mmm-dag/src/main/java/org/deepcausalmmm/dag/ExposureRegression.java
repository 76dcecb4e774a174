package org.deepcausalmmm.dag;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The regression of one channel's exposure on carried-over exposures of the others, beside its own
 * input.
 *
 * <p>Candidate columns are numbered parent x number of decays + decay. Products are computed when
 * asked for, since selection looks at few of them.
 */
final class ExposureRegression {
  private static final int DECAYS = Sample.DECAYS.length;

  /** An exposure that the own input explains but for this share leaves nothing to explain. */
  private static final double EXACT = 1e-9;

  private final Sample sample;
  private final Nuisance nuisance;
  private final double[] target;
  private final double total;
  private final double degrees;
  private final double[] @Nullable [] residuals;
  private final double[] @Nullable [] products;
  private final double[] squares;
  private final double[] scores;

  ExposureRegression(Sample sample, int channel, double[] root, boolean own) {
    this.sample = sample;
    this.nuisance = new Nuisance(sample, channel, root, own);
    this.target = nuisance.residual(sample.exposure()[channel]);
    double square = Nuisance.dot(target, target);
    double whole = 0;
    for (int i = 0; i < root.length; i++) {
      double value = sample.exposure()[channel][i] * root[i];
      whole += value * value;
    }
    this.total = square > EXACT * whole ? square : 0;
    this.degrees = sample.rows() - nuisance.removed();
    int columns = sample.channels() * DECAYS;
    this.residuals = new double[columns][];
    this.products = new double[columns][];
    this.squares = new double[columns];
    this.scores = new double[columns];
    Arrays.fill(squares, Double.NaN);
  }

  static int column(int parent, int decay) {
    return parent * DECAYS + decay;
  }

  static int parent(int column) {
    return column / DECAYS;
  }

  static double decay(int column) {
    return Sample.DECAYS[column % DECAYS];
  }

  /** Returns whether there is anything to explain and enough to explain it by. */
  boolean informative() {
    return total > 0 && degrees >= 20;
  }

  /** Returns the rows less the coefficients that were removed. */
  double degrees() {
    return degrees;
  }

  /** Returns what the own input leaves of the exposure, [row], times the roots of the weights. */
  double[] target() {
    return target;
  }

  /** Returns the sum of squares of {@link #target}. */
  double total() {
    return total;
  }

  /** Returns the product of a column's residual with the target's. */
  double score(int column) {
    square(column);
    return scores[column];
  }

  /** Returns the squared length of a column's residual. */
  double square(int column) {
    if (Double.isNaN(squares[column])) {
      double[] raw = raw(column);
      squares[column] = nuisance.residualSquare(raw);
      scores[column] = squares[column] == 0 ? 0 : nuisance.rootDot(raw, target);
    }
    return squares[column];
  }

  /** Returns the product of two columns' residuals; that of the first one is made and kept. */
  double product(int made, int other) {
    if (square(made) == 0 || square(other) == 0) {
      return 0;
    }
    double[] row = products[made];
    if (row == null) {
      row = new double[squares.length];
      Arrays.fill(row, Double.NaN);
      products[made] = row;
    }
    if (Double.isNaN(row[other])) {
      row[other] = nuisance.rootDot(raw(other), residual(made));
    }
    return row[other];
  }

  double[] residual(int column) {
    double[] made = residuals[column];
    if (made == null) {
      made = nuisance.residual(raw(column));
      residuals[column] = made;
    }
    return made;
  }

  /** Fits weights of 0 or more to the columns. */
  Fit fit(List<Integer> columns) {
    int n = columns.size();
    double[][] gram = gram(columns);
    double[] right = new double[n];
    for (int i = 0; i < n; i++) {
      right[i] = score(columns.get(i));
    }
    double[] weights = NonNegativeLeastSquares.solve(gram, right);
    double remaining = total;
    for (int i = 0; i < n; i++) {
      remaining -= weights[i] * right[i];
    }
    return new Fit(List.copyOf(columns), weights, Math.max(remaining, EXACT * total));
  }

  /** Returns the products of the columns' residuals with each other. */
  double[][] gram(List<Integer> columns) {
    int n = columns.size();
    double[][] gram = new double[n][n];
    for (int i = 0; i < n; i++) {
      gram[i][i] = square(columns.get(i));
      for (int j = 0; j < i; j++) {
        gram[i][j] = product(columns.get(i), columns.get(j));
        gram[j][i] = gram[i][j];
      }
    }
    return gram;
  }

  /** Returns the residual of a column when others explain what they can, [row]. */
  double[] partialResidual(int column, List<Integer> others) {
    double[] residuals = residual(column).clone();
    double[] weights = explain(column, others);
    for (int i = 0; i < weights.length; i++) {
      subtract(residuals, weights[i], residual(others.get(i)));
    }
    return residuals;
  }

  /** Returns the squared length of {@link #residualBeside} without making it. */
  double partialSquare(int column, List<Integer> others) {
    double square = square(column);
    double[] weights = explain(column, others);
    double remaining = square;
    for (int i = 0; i < weights.length; i++) {
      remaining -= weights[i] * product(others.get(i), column);
    }
    return remaining > 1e-6 * square ? remaining : 0;
  }

  /** Returns what the fit leaves of the exposure, [row], times the roots of the weights. */
  double[] error(Fit fit) {
    double[] residuals = target.clone();
    for (int i = 0; i < fit.columns().size(); i++) {
      if (fit.weights()[i] > 0) {
        subtract(residuals, fit.weights()[i], residual(fit.columns().get(i)));
      }
    }
    return residuals;
  }

  private double[] explain(int column, List<Integer> others) {
    double[] right = new double[others.size()];
    boolean[] all = new boolean[right.length];
    for (int i = 0; i < right.length; i++) {
      right[i] = product(others.get(i), column);
      all[i] = true;
    }
    return LinearSystem.solve(gram(others), right, all);
  }

  private double[] raw(int column) {
    return sample.adstock()[parent(column)][column % DECAYS];
  }

  private static void subtract(double[] from, double weight, double[] column) {
    for (int i = 0; i < from.length; i++) {
      from[i] -= weight * column[i];
    }
  }

  /**
   * A fit with weights of 0 or more.
   *
   * @param columns the columns, at most one per parent
   * @param weights their weights
   * @param residualSquares sum of squares of the residuals
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Fit(List<Integer> columns, double[] weights, double residualSquares) {}
}
