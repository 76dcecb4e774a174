package org.deepcausalmmm.core.baseline;

import java.util.Arrays;
import org.deepcausalmmm.core.numeric.TriangularFactor;
import org.deepcausalmmm.core.numeric.Vectors;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The inverse covariance of the outcome less media, as an operator.
 *
 * <p>With v the outcome less media, its density is that of a normal with covariance V = K + X X', K
 * block-diagonal over regions and X shared. V⁻¹ v = K⁻¹ (v - X M⁻¹ X' K⁻¹ v) with M = I + X' K⁻¹ X.
 * Nothing of size weeks x weeks is kept: a product takes time linear in the number of cells.
 */
public final class PrecisionOperator {
  private final BaselineDesign design;
  private final Variances variances;
  private final double[] regionScale;
  private final double[][] precision;
  private final RegionCovariance[] covariance;
  private final DMatrixRMaj moments;
  private final TriangularFactor factor;
  private final double logDeterminant;

  /**
   * Prepares the inverse.
   *
   * @param regionScale [region]: loading of the shared part
   * @param precision [region][week]: 1 / noise variance of the observation, 0 where there is none
   */
  public PrecisionOperator(
      BaselineDesign design, Variances variances, double[] regionScale, double[][] precision) {
    this.design = design;
    this.variances = variances;
    this.regionScale = regionScale;
    this.precision = precision;
    covariance = new RegionCovariance[design.regions()];
    double logDet = 0;
    for (int r = 0; r < covariance.length; r++) {
      covariance[r] = new RegionCovariance(precision[r], variances, design.own(r));
      logDet += covariance[r].logDeterminant();
    }
    moments = computeMoments();
    factor = TriangularFactor.of(moments, "posterior precision of the baseline");
    logDeterminant = logDet + factor.logDeterminant();
  }

  /** Computes M = I + X' K⁻¹ X. */
  private DMatrixRMaj computeMoments() {
    int weeks = design.weeks();
    int plain = design.plainColumns();
    int size = design.size();
    double[][] walk = new double[weeks][weeks];
    DMatrixRMaj sum = CommonOps_DDRM.identity(size);
    SharedColumns columns = design.columns();
    SharedColumns.Sums[] sums = new SharedColumns.Sums[plain];
    Arrays.setAll(sums, k -> columns.newSums());
    for (int r = 0; r < covariance.length; r++) {
      double scale = regionScale[r] * regionScale[r];
      covariance[r].addInverse(scale, walk);
      for (int k = 0; k < plain; k++) {
        double[] solved = covariance[r].solve(columns.column(r, k));
        columns.add(r, solved, 0, scale, k, sums[k]);
      }
    }
    for (int k = 0; k < plain; k++) {
      double[] products = new double[size];
      design.addTransposed(sums[k], variances.walk(), 1, products, 0);
      sum.add(k, k, products[k]);
      for (int j = k + 1; j < size; j++) {
        sum.set(k, j, products[j]);
        sum.set(j, k, products[j]);
      }
    }
    RegionCovariance.mirror(walk);
    accumulateTails(walk);
    double walkVariance = variances.walk() * variances.walk();
    for (int s = 0; s < weeks; s++) {
      for (int t = 0; t < weeks; t++) {
        sum.add(plain + s, plain + t, walkVariance * walk[s][t]);
      }
    }
    return sum;
  }

  /** Turns S into L' S L, where L sums cumulatively. */
  private static void accumulateTails(double[][] s) {
    int n = s.length;
    for (double[] row : s) {
      for (int j = n - 2; j >= 0; j--) {
        row[j] += row[j + 1];
      }
    }
    for (int i = n - 2; i >= 0; i--) {
      for (int j = 0; j < n; j++) {
        s[i][j] += s[i + 1][j];
      }
    }
  }

  /**
   * Returns V⁻¹ v.
   *
   * @param v [region][week]; unobserved weeks do not matter
   * @return [region][week]; 0 in unobserved weeks
   */
  public double[][] apply(double[][] v) {
    double[][] solved = new double[v.length][];
    for (int r = 0; r < v.length; r++) {
      solved[r] = covariance[r].solve(v[r]);
    }
    double[] coefficients = timesInverse(sharedTransposed(solved));
    SharedColumns.Path path = design.path(coefficients, 0, variances.walk());
    for (int r = 0; r < v.length; r++) {
      double[] shared = design.columns().times(r, path);
      for (int t = 0; t < shared.length; t++) {
        shared[t] *= regionScale[r];
      }
      double[] correction = covariance[r].solve(shared);
      for (int t = 0; t < shared.length; t++) {
        solved[r][t] -= correction[t];
      }
    }
    return solved;
  }

  private double[] timesInverse(double[] q) {
    double[] result = q.clone();
    factor.solve(result);
    factor.solveTransposed(result);
    return result;
  }

  /** Returns X' v; applied to V⁻¹ v, the posterior mean of the shared coefficients. */
  public double[] sharedTransposed(double[][] v) {
    SharedColumns.Sums sums = design.columns().newSums();
    for (int r = 0; r < v.length; r++) {
      design.columns().add(r, v[r], regionScale[r], sums);
    }
    return transposed(sums);
  }

  /** Returns X_r' v of one region. */
  public double[] sharedTransposed(int region, double[] v) {
    SharedColumns.Sums sums = design.columns().newSums();
    design.columns().add(region, v, regionScale[region], sums);
    return transposed(sums);
  }

  private double[] transposed(SharedColumns.Sums sums) {
    double[] products = new double[design.size()];
    design.addTransposed(sums, variances.walk(), 1, products, 0);
    return products;
  }

  /** Returns K⁻¹ v of one region. */
  public double[] solveRegion(int region, double[] v) {
    return covariance[region].solve(v);
  }

  /** Returns X_r b of one region. */
  public double[] shared(int region, double[] coefficients) {
    return shared(region, design.path(coefficients, 0, variances.walk()));
  }

  /** Returns X b: [region][week]. */
  public double[][] shared(double[] coefficients) {
    SharedColumns.Path path = design.path(coefficients, 0, variances.walk());
    double[][] result = new double[regionScale.length][];
    for (int r = 0; r < result.length; r++) {
      result[r] = shared(r, path);
    }
    return result;
  }

  private double[] shared(int region, SharedColumns.Path path) {
    double[] result = design.columns().times(region, path);
    for (int t = 0; t < result.length; t++) {
      result[t] *= regionScale[region];
    }
    return result;
  }

  /** Returns log det V + v' V⁻¹ v, twice the negative log density without its constant. */
  public double deviance(double[][] v) {
    double[][] solved = apply(v);
    double sum = logDeterminant;
    for (int r = 0; r < v.length; r++) {
      for (int t = 0; t < v[r].length; t++) {
        if (precision[r][t] > 0) {
          sum += v[r][t] * solved[r][t];
        }
      }
    }
    return sum;
  }

  /** Returns M = I + X' K⁻¹ X, the posterior precision of the shared coefficients. */
  public DMatrixRMaj sharedPrecision() {
    return moments;
  }

  /** Returns the posterior variance of a shared coefficient, whose prior variance is 1. */
  double sharedVariance(int coefficient) {
    double[] unit = new double[factor.size()];
    unit[coefficient] = 1;
    factor.solve(unit);
    return Vectors.dot(unit, unit);
  }

  public BaselineDesign design() {
    return design;
  }

  public Variances variances() {
    return variances;
  }

  public double[] regionScale() {
    return regionScale;
  }

  /** Returns 1 / noise variance of every observation, 0 where there is none. */
  public double[][] noisePrecision() {
    return precision;
  }
}
