package org.deepcausalmmm.core.baseline;

/**
 * Is the covariance of one region's own part of the outcome: a level, an AR(1) state and noise.
 *
 * <p>K = a² 11' + s² R + N, where R is the correlation of an AR(1) process and N is diagonal,
 * infinite in weeks without an observation. Because the inverse of R is tridiagonal, everything
 * takes time linear in the number of weeks: with W = N⁻¹ and P = (s² R)⁻¹, the inverse of s² R + N
 * is W - W (P + W)⁻¹ W (Woodbury's identity).
 */
final class RegionCovariance {
  private final double[] precision;
  private final boolean hasState;
  private final double[] pivot;
  private final double offDiagonal;
  private final double[] levelSolved;
  private final double levelScale;
  private final double logDeterminant;

  /**
   * Factors the covariance.
   *
   * @param precision [week]: 1 / noise variance; 0 where nothing was observed
   * @param levelSd standard deviation of the region's level
   */
  RegionCovariance(double[] precision, Variances variances, double levelSd) {
    this.precision = precision;
    int weeks = precision.length;
    hasState = variances.state() > 0;
    pivot = new double[weeks];
    double logDet = 0;
    double rho = variances.correlation();
    double unit = hasState ? 1 / (variances.state() * variances.state() * (1 - rho * rho)) : 0;
    offDiagonal = -rho * unit;
    if (hasState) {
      for (int t = 0; t < weeks; t++) {
        double diagonal =
            (weeks == 1 ? 1 - rho * rho : t == 0 || t == weeks - 1 ? 1 : 1 + rho * rho) * unit;
        pivot[t] =
            diagonal + precision[t] - (t == 0 ? 0 : offDiagonal * offDiagonal / pivot[t - 1]);
        logDet += Math.log(pivot[t]);
      }
      logDet -= weeks * Math.log(unit) + Math.log(1 - rho * rho);
    }
    for (double w : precision) {
      logDet -= w > 0 ? Math.log(w) : 0;
    }
    double[] ones = new double[weeks];
    java.util.Arrays.fill(ones, 1);
    levelSolved = solveWithoutLevel(ones);
    double total = 0;
    for (double value : levelSolved) {
      total += value;
    }
    levelScale = 1 / (1 / (levelSd * levelSd) + total);
    logDeterminant = logDet + Math.log1p(levelSd * levelSd * total);
  }

  /** Gives the logarithm of the determinant over the observed weeks. */
  double logDeterminant() {
    return logDeterminant;
  }

  /** Gives K⁻¹ v; what stands in unobserved weeks does not matter, and 0 comes out there. */
  double[] solve(double[] v) {
    double[] x = solveWithoutLevel(v);
    double total = 0;
    for (double value : x) {
      total += value;
    }
    for (int t = 0; t < x.length; t++) {
      x[t] -= levelScale * total * levelSolved[t];
    }
    return x;
  }

  private double[] solveWithoutLevel(double[] v) {
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
      z[t] -= offDiagonal / pivot[t - 1] * z[t - 1];
    }
    for (int t = weeks - 1; t >= 0; t--) {
      double next = t + 1 < weeks ? offDiagonal * z[t + 1] : 0;
      z[t] = (z[t] - next) / pivot[t];
    }
    for (int t = 0; t < weeks; t++) {
      x[t] -= precision[t] * z[t];
    }
    return x;
  }

  /** Gives R v, where R is the correlation of an AR(1) process. */
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
