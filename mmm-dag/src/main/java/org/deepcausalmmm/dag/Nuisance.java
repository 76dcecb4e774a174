package org.deepcausalmmm.dag;

import java.util.ArrayList;
import java.util.List;

/**
 * The removal from a column of what the target's own input explains, so that parents have to
 * explain the rest.
 *
 * <p>Removed are, per region, an intercept and a multiple of the own input (prices differ between
 * regions), and over all regions the own input times slow cosines of time and times a yearly season
 * (prices drift and rise before holidays), the own input of the week before (delivery lags behind
 * the bill) and its square (dear weeks buy less). Each of these would otherwise be mistaken for a
 * parent whose flights coincide. The rest is the residual of a weighted regression (Frisch and
 * Waugh 1933).
 */
final class Nuisance {
  private static final int COSINES = 3;
  private static final int SEASON = 2;
  private static final double WEEKS_A_YEAR = 52.18;
  private static final double REDUNDANT = 1e-8;

  private final int[] start;
  private final double[] root;
  private final List<double[]> local = new ArrayList<>();
  private final List<double[]> common = new ArrayList<>();
  private int removed;

  /**
   * Prepares the removal.
   *
   * @param root [row]: square roots of the weights
   * @param own whether the target has an own input
   */
  Nuisance(Sample sample, int target, double[] root, boolean own) {
    this.start = sample.start();
    this.root = root;
    int rows = sample.rows();
    double[] ones = new double[rows];
    java.util.Arrays.fill(ones, 1);
    addLocal(ones);
    double[] input = sample.ownInput()[target];
    if (own) {
      addLocal(input);
      for (int k = 1; k <= COSINES; k++) {
        addWave(sample, input, Math.PI * k / sample.weeks(), .5);
      }
      for (int k = 1; k <= SEASON; k++) {
        double yearly = 2 * Math.PI * k / WEEKS_A_YEAR;
        addWave(sample, input, yearly, 0);
        addWave(sample, input, yearly, WEEKS_A_YEAR / (4 * k));
      }
      addCommon(sample.previousInput()[target]);
      double[] square = new double[rows];
      for (int i = 0; i < rows; i++) {
        square[i] = input[i] * input[i];
      }
      addCommon(square);
    }
  }

  /** Returns how many coefficients were removed. */
  int removed() {
    return removed;
  }

  /** Returns a column times the roots of the weights, without what the own input explains. */
  double[] residual(double[] column) {
    double[] residuals = new double[column.length];
    for (int i = 0; i < residuals.length; i++) {
      residuals[i] = column[i] * root[i];
    }
    for (double[] basis : local) {
      removeLocal(residuals, basis);
    }
    for (double[] basis : common) {
      double size = dot(residuals, basis);
      for (int i = 0; i < residuals.length; i++) {
        residuals[i] -= size * basis[i];
      }
    }
    return residuals;
  }

  /** Returns the squared length of the residual of a column without making it. */
  double residualSquare(double[] column) {
    double total = 0;
    for (int i = 0; i < column.length; i++) {
      double value = column[i] * root[i];
      total += value * value;
    }
    double whole = total;
    for (double[] basis : local) {
      for (int r = 0; r + 1 < start.length; r++) {
        double size = 0;
        for (int i = start[r]; i < start[r + 1]; i++) {
          size += column[i] * root[i] * basis[i];
        }
        total -= size * size;
      }
    }
    for (double[] basis : common) {
      double size = rootDot(column, basis);
      total -= size * size;
    }
    return total > REDUNDANT * whole ? total : 0;
  }

  /** Returns the product of a residual with a column that was not made one. */
  double rootDot(double[] column, double[] residual) {
    double sum = 0;
    for (int i = 0; i < column.length; i++) {
      sum += column[i] * root[i] * residual[i];
    }
    return sum;
  }

  static double dot(double[] left, double[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }

  /** Adds the own input times a cosine of time. */
  private void addWave(Sample sample, double[] input, double frequency, double shift) {
    double[] wave = new double[input.length];
    for (int i = 0; i < wave.length; i++) {
      wave[i] = input[i] * Math.cos(frequency * (sample.week()[i] + shift));
    }
    addCommon(wave);
  }

  private void addLocal(double[] column) {
    double[] basis = residual(column);
    for (int r = 0; r + 1 < start.length; r++) {
      double whole = 0;
      double remaining = 0;
      for (int i = start[r]; i < start[r + 1]; i++) {
        whole += column[i] * root[i] * column[i] * root[i];
        remaining += basis[i] * basis[i];
      }
      boolean useful = remaining > REDUNDANT * whole;
      removed += useful ? 1 : 0;
      double scale = useful ? 1 / Math.sqrt(remaining) : 0;
      for (int i = start[r]; i < start[r + 1]; i++) {
        basis[i] *= scale;
      }
    }
    local.add(basis);
  }

  private void addCommon(double[] column) {
    double[] basis = residual(column);
    double remaining = dot(basis, basis);
    double whole = 0;
    for (int i = 0; i < column.length; i++) {
      whole += column[i] * root[i] * column[i] * root[i];
    }
    if (remaining > REDUNDANT * whole) {
      for (int i = 0; i < basis.length; i++) {
        basis[i] /= Math.sqrt(remaining);
      }
      common.add(basis);
      removed++;
    }
  }

  private void removeLocal(double[] residuals, double[] basis) {
    for (int r = 0; r + 1 < start.length; r++) {
      double size = 0;
      for (int i = start[r]; i < start[r + 1]; i++) {
        size += residuals[i] * basis[i];
      }
      for (int i = start[r]; i < start[r + 1]; i++) {
        residuals[i] -= size * basis[i];
      }
    }
  }
}
