package org.deepcausalmmm.core.fit;

import java.util.Arrays;

/**
 * The weights of the observations and the sizes of the regions' noise, as a value.
 *
 * <p>Gross outliers (lost or mistyped outcomes) keep the weight that the loss implies, but do not
 * enter the estimates of the noise and of the loss parameter.
 *
 * @param observed [region][week]
 * @param firstWeek first week of the media likelihood; earlier weeks are excluded from it
 * @param weight [region][week]: influence of the observation; 1 for a normal residual
 * @param regionScale [region]: noise relative to a typical region
 * @param growth growth of the noise with the expected outcome
 * @param settledNoise standard deviation of the noise in a typical region at the last update; the
 *     precision of gross outliers rests on it
 * @param lossFit the fitted loss
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ObservationWeights(
    boolean[][] observed,
    int firstWeek,
    double[][] weight,
    double[] regionScale,
    NoiseGrowth growth,
    double settledNoise,
    LossFit lossFit) {
  private static final double LEAST_TYPICAL_WEIGHT = 0.2;

  /**
   * The loss as fitted to standardised residuals.
   *
   * @param parameter value of the loss parameter; NaN without one or before the first fit
   * @param scale unit of the standardised residuals in the loss
   * @param meanWeight mean weight before weights are normalised to 1 on average
   */
  record LossFit(double parameter, double scale, double meanWeight) {
    static final LossFit NONE = new LossFit(Double.NaN, 1, 1);
  }

  /** Returns equal weights of all observations and equal noise in all regions. */
  static ObservationWeights equal(boolean[][] observed) {
    double[][] weight = new double[observed.length][observed[0].length];
    for (double[] row : weight) {
      Arrays.fill(row, 1);
    }
    double[] scale = new double[observed.length];
    Arrays.fill(scale, 1);
    return new ObservationWeights(
        observed,
        0,
        weight,
        scale,
        NoiseGrowth.none(observed.length, observed[0].length),
        0,
        LossFit.NONE);
  }

  /** Returns the weights with another first week of the media likelihood. */
  ObservationWeights startingAt(int week) {
    return new ObservationWeights(
        observed, week, weight, regionScale, growth, settledNoise, lossFit);
  }

  /**
   * Returns the weights with those that an earlier fit found.
   *
   * @param earlier [region][week]: weights of the first weeks; 0 where nothing was observed
   * @param earlierScale [region]: noise relative to a typical region
   * @param noise standard deviation of the noise in a typical region
   */
  ObservationWeights continuing(double[][] earlier, double[] earlierScale, double noise) {
    double[][] continued = copy(weight);
    for (int r = 0; r < continued.length; r++) {
      for (int t = 0; t < Math.min(earlier[r].length, continued[r].length); t++) {
        continued[r][t] = earlier[r][t] > 0 ? earlier[r][t] : 1;
      }
    }
    return new ObservationWeights(
        observed, firstWeek, continued, earlierScale.clone(), growth, noise, lossFit);
  }

  /** Returns the same weights under another growth and level of the noise. */
  ObservationWeights withNoise(NoiseGrowth other, double noise) {
    return new ObservationWeights(observed, firstWeek, weight, regionScale, other, noise, lossFit);
  }

  /** Returns the same with other relative noise [region]. */
  ObservationWeights withRegionScale(double[] scale) {
    return new ObservationWeights(
        observed, firstWeek, weight, scale, growth, settledNoise, lossFit);
  }

  /**
   * Returns the same with new weights of some cells.
   *
   * @param values weights before normalisation, by region, then week
   * @param cells [region][week]: the cells that the values belong to
   */
  ObservationWeights withWeights(double[] values, boolean[][] cells, LossFit fit) {
    double[][] changed = copy(weight);
    int at = 0;
    for (int r = 0; r < changed.length; r++) {
      for (int t = 0; t < changed[r].length; t++) {
        if (cells[r][t]) {
          changed[r][t] = Math.max(1e-4, values[at++] / fit.meanWeight());
        }
      }
    }
    return new ObservationWeights(
        observed, firstWeek, changed, regionScale, growth, settledNoise, fit);
  }

  /**
   * Returns 1 / noise variance [region][week]; 0 outside the media likelihood.
   *
   * @param noise standard deviation in a typical region; gross outliers keep that of the last
   *     update
   */
  double[][] precision(double noise) {
    double[][] precision = steadyPrecision(noise);
    for (int r = 0; r < precision.length; r++) {
      for (int t = firstWeek; t < precision[r].length; t++) {
        if (observed[r][t]) {
          precision[r][t] /= growth.at(r, t) * growth.at(r, t);
        }
      }
    }
    return precision;
  }

  /**
   * Returns {@link #precision} without growth of the noise: for baselines that are reported and
   * forecast, in which weeks with a large outcome count as much as others.
   */
  double[][] steadyPrecision(double noise) {
    return steadyPrecision(noise, inLikelihood());
  }

  /** Returns {@link #steadyPrecision} with the weeks that the media likelihood excludes. */
  double[][] precisionOfAll(double noise) {
    return steadyPrecision(noise, observed);
  }

  private double[][] steadyPrecision(double noise, boolean[][] counted) {
    double[][] precision = new double[observed.length][observed[0].length];
    for (int r = 0; r < precision.length; r++) {
      for (int t = 0; t < precision[r].length; t++) {
        boolean gross = inLikelihood(r, t) && !typical(r, t);
        double sd = (gross ? settledNoise : noise) * regionScale[r];
        precision[r][t] = counted[r][t] ? weight[r][t] / (sd * sd) : 0;
      }
    }
    return precision;
  }

  /** Returns the observations of the media likelihood: [region][week]. */
  boolean[][] inLikelihood() {
    return cells(this::inLikelihood);
  }

  /** Returns the observations that the media likelihood excludes: [region][week]. */
  boolean[][] excluded() {
    return cells((r, t) -> observed[r][t] && t < firstWeek);
  }

  /** Returns the observations of the media likelihood that are no gross outliers. */
  boolean[][] typical() {
    return cells(this::typical);
  }

  private boolean inLikelihood(int region, int week) {
    return observed[region][week] && week >= firstWeek;
  }

  /** Returns whether an observation is in the media likelihood and no gross outlier. */
  boolean typical(int region, int week) {
    return inLikelihood(region, week) && weight[region][week] >= LEAST_TYPICAL_WEIGHT;
  }

  private interface Cell {
    boolean at(int region, int week);
  }

  private boolean[][] cells(Cell cell) {
    boolean[][] cells = new boolean[observed.length][observed[0].length];
    for (int r = 0; r < cells.length; r++) {
      for (int t = 0; t < cells[r].length; t++) {
        cells[r][t] = cell.at(r, t);
      }
    }
    return cells;
  }

  private static double[][] copy(double[][] rows) {
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }
}
