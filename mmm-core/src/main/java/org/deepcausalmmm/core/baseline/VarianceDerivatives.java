package org.deepcausalmmm.core.baseline;

import java.util.List;
import java.util.SplittableRandom;
import org.deepcausalmmm.core.numeric.Vectors;

/**
 * The derivatives D of the covariance V by the free forms of its variance parameters, as products.
 *
 * <p>Traces are exact for small data and otherwise estimated from random signs (Hutchinson 1990).
 */
final class VarianceDerivatives {
  private static final int EXACT_CELLS = 600;
  private static final int PROBES = 24;
  private static final double NUDGE = 1e-4;

  private final boolean[][] typical;
  private final long seed;

  /**
   * Creates the derivatives.
   *
   * @param typical [region][week]: false for gross outliers, which do not enter that of the noise
   * @param seed of the random signs
   */
  VarianceDerivatives(boolean[][] typical, long seed) {
    this.typical = typical;
    this.seed = seed;
  }

  /** Returns D x for the derivative D of the covariance by the free form of a part. */
  double[][] product(PrecisionOperator operator, VariancePart part, double[][] x) {
    return switch (part) {
      case NOISE ->
          observed(
              operator, (r, t) -> typical[r][t] ? x[r][t] / operator.noisePrecision()[r][t] : 0);
      case STATE -> correlated(operator, x, 0);
      case CORRELATION -> correlated(operator, x, NUDGE);
      case WALK, TIME_VARIATION, ELASTICITY ->
          columns(operator, x, part.columns(operator.design()));
      case DEVIATION -> own(operator, x);
    };
  }

  private interface Cell {
    double at(int region, int week);
  }

  private static double[][] observed(PrecisionOperator operator, Cell cell) {
    double[][] precision = operator.noisePrecision();
    double[][] values = new double[precision.length][precision[0].length];
    for (int r = 0; r < values.length; r++) {
      for (int t = 0; t < values[r].length; t++) {
        values[r][t] = precision[r][t] > 0 ? cell.at(r, t) : 0;
      }
    }
    return values;
  }

  /** Returns s² R x, or its derivative by the logit of the correlation if there is a nudge. */
  private static double[][] correlated(PrecisionOperator operator, double[][] x, double nudge) {
    double rho = operator.variances().correlation();
    double variance = operator.variances().state() * operator.variances().state();
    double[][] high = new double[x.length][];
    double[][] low = new double[x.length][];
    for (int r = 0; r < x.length; r++) {
      high[r] = RegionCovariance.correlate(x[r], nudge == 0 ? rho : shifted(rho, nudge));
      low[r] =
          nudge == 0
              ? new double[x[r].length]
              : RegionCovariance.correlate(x[r], shifted(rho, -nudge));
    }
    double scale = nudge == 0 ? variance : variance / (2 * nudge);
    return observed(operator, (r, t) -> scale * (high[r][t] - low[r][t]));
  }

  private static double shifted(double rho, double logit) {
    return 1 / (1 + Math.exp(-(VarianceEstimator.logit(rho) + logit)));
  }

  private static double[][] own(PrecisionOperator operator, double[][] x) {
    double[][] derivatives = new double[x.length][x[0].length];
    for (int r = 0; r < x.length; r++) {
      double[][] own = operator.design().own(r);
      for (int k = 1; k < own.length; k++) { // the level's column is not of media
        double coefficient = 0;
        for (int t = 0; t < x[r].length; t++) {
          coefficient += own[k][t] * x[r][t];
        }
        for (int t = 0; t < x[r].length; t++) {
          derivatives[r][t] += coefficient * own[k][t];
        }
      }
    }
    return observed(operator, (r, t) -> derivatives[r][t]);
  }

  private static double[][] columns(
      PrecisionOperator operator, double[][] x, VariancePart.Columns range) {
    double[] shared = operator.sharedTransposed(x);
    double[] own = new double[shared.length];
    System.arraycopy(shared, range.from(), own, range.from(), range.to() - range.from());
    double[][] derivatives = operator.shared(own);
    return observed(operator, (r, t) -> derivatives[r][t]);
  }

  /** Returns tr V⁻¹ D of every part. */
  double[] traces(PrecisionOperator operator, List<VariancePart> parts) {
    int cells = 0;
    for (double[] row : operator.noisePrecision()) {
      for (double w : row) {
        cells += w > 0 ? 1 : 0;
      }
    }
    double[] sum = new double[parts.size()];
    if (cells <= EXACT_CELLS) {
      double[][] unit =
          new double[operator.noisePrecision().length][operator.noisePrecision()[0].length];
      for (int r = 0; r < unit.length; r++) {
        for (int t = 0; t < unit[r].length; t++) {
          if (operator.noisePrecision()[r][t] > 0) {
            unit[r][t] = 1;
            addForms(operator, parts, unit, 1, sum);
            unit[r][t] = 0;
          }
        }
      }
    } else {
      SplittableRandom random = new SplittableRandom(seed);
      for (int i = 0; i < PROBES; i++) {
        double[][] signs = observed(operator, (r, t) -> random.nextBoolean() ? 1 : -1);
        addForms(operator, parts, signs, 1.0 / PROBES, sum);
      }
    }
    return sum;
  }

  private void addForms(
      PrecisionOperator operator,
      List<VariancePart> parts,
      double[][] probe,
      double weight,
      double[] sum) {
    double[][] solved = operator.apply(probe);
    double[] ofProbe = operator.sharedTransposed(probe);
    double[] ofSolved = operator.sharedTransposed(solved);
    for (int i = 0; i < sum.length; i++) {
      VariancePart part = parts.get(i);
      double form =
          part.ofColumns()
              ? dot(ofProbe, ofSolved, part.columns(operator.design()))
              : Vectors.dot(solved, product(operator, part, probe));
      sum[i] += weight * form;
    }
  }

  private static double dot(double[] a, double[] b, VariancePart.Columns range) {
    return Vectors.dot(a, b, range.from(), range.to() - range.from());
  }
}
