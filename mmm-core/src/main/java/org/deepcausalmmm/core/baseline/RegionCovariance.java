package org.deepcausalmmm.core.baseline;

import org.deepcausalmmm.core.numeric.Vectors;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;

/**
 * The covariance of one region's own part of the outcome: a few columns with normal coefficients,
 * its level first, an AR(1) state and noise.
 *
 * <p>K = U U' + s² R + N, where R is the correlation of an AR(1) process and N is diagonal,
 * infinite in weeks without an observation. Because the inverse of R is tridiagonal, everything
 * takes time linear in the number of weeks: with W = N⁻¹ and P = (s² R)⁻¹, the inverse S of s² R +
 * N is W - W (P + W)⁻¹ W, and that of K is S - S U (I + U' S U)⁻¹ U' S (Woodbury's identity,
 * twice).
 */
final class RegionCovariance {
  private final double[] precision;
  private final boolean hasState;
  private final double[] overPivot;
  private final double[] ratio;
  private final double[][] columns;
  private final double[][] solvedColumns;
  private final DMatrixRMaj inverse;
  private final double logDeterminant;

  /**
   * Factors the covariance.
   *
   * @param precision [week]: 1 / noise variance; 0 where nothing was observed
   * @param columns [column][week]: each scaled by the standard deviation of its coefficient
   */
  RegionCovariance(double[] precision, Variances variances, double[][] columns) {
    this.precision = precision;
    this.columns = columns;
    int weeks = precision.length;
    hasState = variances.state() > 0;
    overPivot = new double[weeks];
    ratio = new double[weeks];
    double logDet = 0;
    double rho = variances.correlation();
    double unit = hasState ? 1 / (variances.state() * variances.state() * (1 - rho * rho)) : 0;
    double offDiagonal = -rho * unit;
    if (hasState) {
      for (int t = 0; t < weeks; t++) {
        double diagonal =
            (weeks == 1 ? 1 - rho * rho : t == 0 || t == weeks - 1 ? 1 : 1 + rho * rho) * unit;
        ratio[t] = t == 0 ? 0 : offDiagonal * overPivot[t - 1];
        double pivot = diagonal + precision[t] - offDiagonal * ratio[t];
        overPivot[t] = 1 / pivot;
        logDet += Math.log(pivot);
      }
      logDet -= weeks * Math.log(unit) + Math.log(1 - rho * rho);
    }
    for (double w : precision) {
      logDet -= w > 0 ? Math.log(w) : 0;
    }
    int count = columns.length;
    solvedColumns = new double[count][];
    DMatrixRMaj inner = CommonOps_DDRM.identity(count);
    for (int k = 0; k < count; k++) {
      solvedColumns[k] = solveWithoutColumns(columns[k]);
      for (int j = 0; j <= k; j++) {
        double sum = Vectors.dot(columns[j], solvedColumns[k]);
        inner.add(k, j, sum);
        if (j < k) {
          inner.add(j, k, sum);
        }
      }
    }
    CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(count, true);
    if (!cholesky.decompose(inner.copy())) {
      throw new ArithmeticException("A region's covariance is not positive definite.");
    }
    DMatrixRMaj factor = cholesky.getT(null);
    for (int k = 0; k < count; k++) {
      logDet += 2 * Math.log(factor.get(k, k));
    }
    inverse = new DMatrixRMaj(count, count);
    CommonOps_DDRM.invert(inner, inverse);
    logDeterminant = logDet;
  }

  /** Returns the logarithm of the determinant over the observed weeks. */
  double logDeterminant() {
    return logDeterminant;
  }

  /** Returns K⁻¹ v; 0 in unobserved weeks, whose values do not matter. */
  double[] solve(double[] v) {
    double[] x = solveWithoutColumns(v);
    int count = columns.length;
    double[] products = new double[count];
    for (int k = 0; k < count; k++) {
      products[k] = Vectors.dot(columns[k], x);
    }
    for (int k = 0; k < count; k++) {
      double coefficient = 0;
      for (int j = 0; j < count; j++) {
        coefficient += inverse.get(k, j) * products[j];
      }
      for (int t = 0; t < x.length; t++) {
        x[t] -= coefficient * solvedColumns[k][t];
      }
    }
    return x;
  }

  /**
   * Adds a multiple of K⁻¹ to a symmetric sum, of which the lower half is kept; see {@link
   * #mirror}.
   *
   * <p>The entries of the inverse of a tridiagonal matrix follow from each other (Meurant 1992,
   * SIAM Journal on Matrix Analysis and Applications 13), so that no system is solved.
   *
   * @param sum [week][week]
   */
  void addInverse(double scale, double[][] sum) {
    double[][] columnsOfInverse = timesInner();
    double corner = 0;
    double[] row = new double[precision.length];
    for (int t = precision.length - 1; t >= 0; t--) {
      if (hasState) {
        double next = t + 1 < precision.length ? ratio[t + 1] : 0;
        corner = overPivot[t] + next * next * corner;
        fillRow(t, corner, row);
      } else {
        row[t] = precision[t];
      }
      for (int k = 0; k < columns.length; k++) {
        double factor = columnsOfInverse[k][t];
        double[] solved = solvedColumns[k];
        for (int s = 0; s <= t; s++) {
          row[s] -= factor * solved[s];
        }
      }
      for (int s = 0; s <= t; s++) {
        sum[t][s] += scale * row[s];
        row[s] = 0;
      }
    }
  }

  /** Copies the lower half of a symmetric matrix to the upper. */
  static void mirror(double[][] lower) {
    for (int t = 0; t < lower.length; t++) {
      for (int s = 0; s < t; s++) {
        lower[s][t] = lower[t][s];
      }
    }
  }

  /** Fills in row t of the inverse without columns, up to its diagonal. */
  private void fillRow(int t, double corner, double[] row) {
    double entry = corner;
    row[t] = precision[t] - precision[t] * precision[t] * entry;
    for (int s = t - 1; s >= 0; s--) {
      entry *= -ratio[s + 1];
      row[s] = -precision[t] * precision[s] * entry;
    }
  }

  /** Returns the solved columns times the inverse of their inner products: [column][week]. */
  private double[][] timesInner() {
    double[][] result = new double[columns.length][precision.length];
    for (int k = 0; k < columns.length; k++) {
      for (int j = 0; j < columns.length; j++) {
        double factor = inverse.get(k, j);
        for (int t = 0; t < precision.length; t++) {
          result[k][t] += factor * solvedColumns[j][t];
        }
      }
    }
    return result;
  }

  private double[] solveWithoutColumns(double[] v) {
    int weeks = v.length;
    double[] x = new double[weeks];
    for (int t = 0; t < weeks; t++) {
      x[t] = precision[t] > 0 ? precision[t] * v[t] : 0;
    }
    if (!hasState) {
      return x;
    }
    double[] z = x.clone();
    for (int t = 1; t < weeks; t++) {
      z[t] -= ratio[t] * z[t - 1];
    }
    double next = 0;
    for (int t = weeks - 1; t >= 0; t--) {
      next = z[t] * overPivot[t] - (t + 1 < weeks ? ratio[t + 1] * next : 0);
      x[t] -= precision[t] * next;
    }
    return x;
  }

  /** Returns R v, where R is the correlation of an AR(1) process. */
  static double[] correlate(double[] v, double rho) {
    int weeks = v.length;
    double[] result = v.clone();
    double carried = 0;
    for (int t = 1; t < weeks; t++) {
      carried = rho * (carried + v[t - 1]);
      result[t] += carried;
    }
    carried = 0;
    for (int t = weeks - 2; t >= 0; t--) {
      carried = rho * (carried + v[t + 1]);
      result[t] += carried;
    }
    return result;
  }
}
