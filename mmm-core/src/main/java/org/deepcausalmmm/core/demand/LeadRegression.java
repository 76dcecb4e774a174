package org.deepcausalmmm.core.demand;

import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.core.numeric.TriangularFactor;
import org.deepcausalmmm.core.numeric.Vectors;
import org.ejml.data.DMatrixRMaj;

/**
 * A regression of a table on lags and leads of others, by least squares on quasi-differences with
 * the residual's first-order autocorrelation (Cochrane and Orcutt 1949), with standard errors
 * clustered by region (Liang and Zeger 1986); in one region they allow for unequal variances (White
 * 1980, Econometrica 48), with the correction for degrees of freedom.
 */
final class LeadRegression {
  /** The greatest lag of a series in weeks. */
  static final int LAGS = 8;

  /** The greatest lead of a series in weeks. */
  static final int LEADS = 3;

  private static final int PER_SERIES = LAGS + LEADS + 1;
  private static final int ROUNDS = 3;
  private static final double RIDGE = 1e-9;

  private final double[][] target;
  private final List<double[][]> columns = new ArrayList<>();
  private double correlation;
  private double[] coefficients = {};
  private DMatrixRMaj covariance = new DMatrixRMaj(0, 0);

  /**
   * Fits the regression.
   *
   * @param target [region][week]
   * @param lagged each [region][week], taken at leads of three weeks to lags of eight
   * @param plain each [region][week], taken in the same week
   */
  LeadRegression(double[][] target, List<double[][]> lagged, List<double[][]> plain) {
    this.target = target;
    for (double[][] values : lagged) {
      for (int lag = -LEADS; lag <= LAGS; lag++) {
        columns.add(CaptureColumns.filtered(values, 0, lag));
      }
    }
    columns.addAll(plain);
    for (int round = 0; round < ROUNDS; round++) {
      fit(round == ROUNDS - 1);
    }
  }

  /**
   * A sum of coefficients.
   *
   * @param t the sum over its standard error; 0 if the series never changes
   */
  record Sum(double value, double t) {}

  /** Returns the autocorrelation of the residual from one week to the next. */
  double correlation() {
    return correlation;
  }

  /** Returns whether there are enough weeks to tell lags and leads apart. */
  static boolean possible(int regions, int weeks, int series) {
    return regions * (weeks - LAGS - LEADS - 1) > 2 * series * PER_SERIES;
  }

  /** Returns the coefficient of a series at a lag; negative lags are leads. */
  double at(int index, int lag) {
    return coefficients[index * PER_SERIES + lag + LEADS];
  }

  /** Returns the sum of the coefficients of a series over lags. */
  Sum sum(int index, int fromLag, int toLag) {
    int first = index * PER_SERIES + fromLag + LEADS;
    int last = index * PER_SERIES + toLag + LEADS;
    double value = 0;
    double variance = 0;
    for (int i = first; i <= last; i++) {
      value += coefficients[i];
      for (int j = first; j <= last; j++) {
        variance += covariance.get(i, j);
      }
    }
    return new Sum(value, variance > 0 ? value / Math.sqrt(variance) : 0);
  }

  private void fit(boolean last) {
    int n = columns.size();
    DMatrixRMaj moments = new DMatrixRMaj(n, n);
    double[] products = new double[n];
    for (int r = 0; r < target.length; r++) {
      for (int t = LAGS; t < lastWeek(r); t++) {
        double[] row = row(r, t);
        double y = difference(target[r], t);
        for (int i = 0; i < n; i++) {
          products[i] += row[i] * y;
          for (int j = 0; j <= i; j++) {
            moments.add(i, j, row[i] * row[j]);
          }
        }
      }
    }
    for (int i = 0; i < n; i++) {
      moments.add(i, i, RIDGE * moments.get(i, i) + Double.MIN_NORMAL);
      for (int j = 0; j < i; j++) {
        moments.set(j, i, moments.get(i, j));
      }
    }
    TriangularFactor factor = TriangularFactor.of(moments, "moments of the lead regression");
    coefficients = solved(factor, products);
    if (last) {
      covariance = covariance(factor);
    } else {
      correlation = residualCorrelation();
    }
  }

  private static double[] solved(TriangularFactor factor, double[] rightSide) {
    double[] solution = rightSide.clone();
    factor.solve(solution);
    factor.solveTransposed(solution);
    return solution;
  }

  private double difference(double[] values, int week) {
    return values[week + 1] - correlation * values[week];
  }

  private double[] row(int region, int week) {
    double[] row = new double[columns.size()];
    for (int k = 0; k < row.length; k++) {
      row[k] = difference(columns.get(k)[region], week);
    }
    return row;
  }

  private double residual(int region, int week) {
    double residual = target[region][week];
    for (int k = 0; k < coefficients.length; k++) {
      residual -= columns.get(k)[region][week] * coefficients[k];
    }
    return residual;
  }

  private double residualCorrelation() {
    double product = 0;
    double square = 0;
    for (int r = 0; r < target.length; r++) {
      for (int t = LAGS; t < lastWeek(r); t++) {
        double now = residual(r, t);
        product += now * residual(r, t + 1);
        square += now * now;
      }
    }
    return square > 0 ? Math.max(-0.99, Math.min(0.99, product / square)) : 0;
  }

  /** Returns the covariance of the coefficients. */
  private DMatrixRMaj covariance(TriangularFactor factor) {
    int n = columns.size();
    DMatrixRMaj covariance = new DMatrixRMaj(n, n);
    for (double[] score : target.length == 1 ? independentScores() : regionScores()) {
      double[] influence = solved(factor, score);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          covariance.add(i, j, influence[i] * influence[j]);
        }
      }
    }
    return covariance;
  }

  private List<double[]> regionScores() {
    List<double[]> scores = new ArrayList<>();
    for (int r = 0; r < target.length; r++) {
      double[] score = new double[columns.size()];
      for (int t = LAGS; t < lastWeek(r); t++) {
        add(score, score(r, t));
      }
      scores.add(score);
    }
    return scores;
  }

  /** Returns scores of weeks, enlarged for the coefficients that the weeks have fitted. */
  private List<double[]> independentScores() {
    List<double[]> scores = new ArrayList<>();
    int weeks = lastWeek(0) - LAGS;
    double size = Math.sqrt((double) weeks / Math.max(1, weeks - columns.size()));
    for (int t = LAGS; t < lastWeek(0); t++) {
      scores.add(Vectors.times(size, score(0, t)));
    }
    return scores;
  }

  private double[] score(int region, int week) {
    double[] row = row(region, week);
    double error = difference(target[region], week);
    for (int i = 0; i < row.length; i++) {
      error -= row[i] * coefficients[i];
    }
    return Vectors.times(error, row);
  }

  private int lastWeek(int region) {
    return target[region].length - LEADS - 1;
  }

  private static void add(double[] sum, double[] other) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += other[i];
    }
  }
}
