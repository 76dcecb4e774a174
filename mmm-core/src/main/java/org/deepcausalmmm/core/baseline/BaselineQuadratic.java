package org.deepcausalmmm.core.baseline;

import org.deepcausalmmm.core.numeric.Grid;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The energy of a residual under the baseline's covariance and its derivatives, in flat arrays and
 * for several threads at once.
 *
 * <p>With the coefficients b of the shared columns X given, the outcome less media v has the energy
 * (v - X b)' K⁻¹ (v - X b) / 2 + b' b / 2, K being block-diagonal over regions: time is linear in
 * the number of cells. A cell is a region's week, see {@link Grid}.
 */
public final class BaselineQuadratic {
  private final Grid grid;
  private final int regions;
  private final int weeks;
  private final int size;
  private final double walkSd;
  private final double[] precision;
  private final double[] overPivot;
  private final double[] ratio;
  private final boolean hasState;

  private final BaselineDesign design;
  private final double[] regionScale;

  /** The level's columns: K⁻¹ without them times them, and what they add to the variance. */
  private final double[][][] ownSolved;

  private final double[][][] own;
  private final double[][] ownInverse;

  /** Lays a covariance out for many evaluations. */
  public static BaselineQuadratic of(PrecisionOperator operator) {
    return new BaselineQuadratic(operator);
  }

  private BaselineQuadratic(PrecisionOperator operator) {
    design = operator.design();
    Variances variances = operator.variances();
    regions = design.regions();
    weeks = design.weeks();
    grid = new Grid(regions, weeks);
    size = design.size();
    walkSd = variances.walk();
    hasState = variances.state() > 0;
    regionScale = operator.regionScale().clone();
    precision = new double[grid.size()];
    overPivot = new double[grid.size()];
    ratio = new double[grid.size()];
    own = new double[regions][][];
    ownSolved = new double[regions][][];
    ownInverse = new double[regions][];
    for (int r = 0; r < regions; r++) {
      grid.setRow(precision, r, operator.noisePrecision()[r]);
      if (hasState) {
        factor(r, variances);
      }
      own[r] = design.own(r);
      solveOwn(r);
    }
  }

  private void factor(int r, Variances variances) {
    double rho = variances.correlation();
    double unit = 1 / (variances.state() * variances.state() * (1 - rho * rho));
    double off = -rho * unit;
    for (int t = 0; t < weeks; t++) {
      int i = grid.index(r, t);
      double diagonal =
          (weeks == 1 ? 1 - rho * rho : t == 0 || t == weeks - 1 ? 1 : 1 + rho * rho) * unit;
      ratio[i] = t == 0 ? 0 : off * overPivot[i - 1];
      overPivot[i] = 1 / (diagonal + precision[i] - off * ratio[i]);
    }
  }

  private void solveOwn(int r) {
    int count = own[r].length;
    ownSolved[r] = new double[count][weeks];
    DMatrixRMaj inner = CommonOps_DDRM.identity(count);
    double[] row = new double[grid.size()];
    for (int k = 0; k < count; k++) {
      grid.setRow(row, r, own[r][k]);
      solveWithoutOwn(r, row, row);
      ownSolved[r][k] = grid.row(row, r);
      for (int j = 0; j < count; j++) {
        double sum = 0;
        for (int t = 0; t < weeks; t++) {
          sum += own[r][j][t] * ownSolved[r][k][t];
        }
        inner.add(j, k, sum);
      }
    }
    CommonOps_DDRM.invert(inner);
    ownInverse[r] = inner.data;
  }

  /** Solves in the row of a region; {@code out} may be {@code v}. */
  private void solveWithoutOwn(int r, double[] v, double[] out) {
    int at = grid.start(r);
    int end = at + weeks;
    for (int i = at; i < end; i++) {
      out[i] = precision[i] > 0 ? precision[i] * v[i] : 0;
    }
    if (!hasState) {
      return;
    }
    double[] z = new double[weeks];
    double before = 0;
    for (int t = 0; t < weeks; t++) {
      before = out[at + t] - ratio[at + t] * before;
      z[t] = before;
    }
    double next = 0;
    for (int t = weeks - 1; t >= 0; t--) {
      next = z[t] * overPivot[at + t] - (t + 1 < weeks ? ratio[at + t + 1] * next : 0);
      out[at + t] -= precision[at + t] * next;
    }
  }

  private void solve(int r, double[] v, double[] out) {
    solveWithoutOwn(r, v, out);
    int at = grid.start(r);
    int count = own[r].length;
    double[] ownScore = new double[count];
    for (int k = 0; k < count; k++) {
      double sum = 0;
      for (int t = 0; t < weeks; t++) {
        sum += own[r][k][t] * out[at + t];
      }
      ownScore[k] = sum;
    }
    for (int k = 0; k < count; k++) {
      double coefficient = 0;
      for (int j = 0; j < count; j++) {
        coefficient += ownInverse[r][k * count + j] * ownScore[j];
      }
      for (int t = 0; t < weeks; t++) {
        out[at + t] -= coefficient * ownSolved[r][k][t];
      }
    }
  }

  /** Returns how many coefficients the shared columns have. */
  public int size() {
    return size;
  }

  /**
   * Computes the energy and its derivatives.
   *
   * @param residual [cell]: the outcome less media; what stands in unobserved cells does not matter
   * @param point holds the shared coefficients from {@code from} on
   * @param slope [cell], to be filled with the derivatives by the residual
   * @param gradient the derivatives by the coefficients are added to it, from {@code from} on
   */
  public double energy(
      double[] residual, double[] point, int from, double[] slope, double[] gradient) {
    double energy = 0;
    for (int k = 0; k < size; k++) {
      double b = point[from + k];
      energy += b * b / 2;
      gradient[from + k] += b;
    }
    SharedColumns columns = design.columns();
    SharedColumns.Path path = design.path(point, from, walkSd);
    SharedColumns.Sums sums = columns.newSums();
    double[] unexplained = new double[grid.size()];
    for (int r = 0; r < regions; r++) {
      int at = grid.start(r);
      double[] shared = columns.times(r, path);
      for (int t = 0; t < weeks; t++) {
        unexplained[at + t] = residual[at + t] - regionScale[r] * shared[t];
      }
      solve(r, unexplained, slope);
      columns.add(r, slope, at, regionScale[r], 0, sums);
      for (int t = 0; t < weeks; t++) {
        energy += precision[at + t] > 0 ? unexplained[at + t] * slope[at + t] / 2 : 0;
      }
    }
    design.addTransposed(sums, walkSd, -1, gradient, from);
    return energy;
  }
}
