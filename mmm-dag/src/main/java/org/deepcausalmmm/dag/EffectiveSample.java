package org.deepcausalmmm.dag;

/**
 * The factor by which the variance of a coefficient exceeds that of independent errors.
 *
 * <p>Errors of one week are alike in all regions (a price is national), those of neighbouring weeks
 * are alike, and those of large exposures are large. The estimate by Newey and West (1987) on the
 * weekly sums of the scores, with the bandwidth 1.3 sqrt(T) of Lazarus and others (2018), allows
 * for all three; the sums by region (Liang and Zeger 1986) for prices that differ between regions.
 */
final class EffectiveSample {
  /** With fewer regions, their sums say too little of a variance. */
  private static final int ENOUGH_REGIONS = 8;

  private EffectiveSample() {}

  /**
   * Returns the inflation of the variance, 1 or more.
   *
   * @param column [row]: the regressor without what the other ones explain
   * @param error [row]: residual of the regression
   */
  static double inflation(Sample sample, double[] column, double[] error) {
    double independent = Nuisance.dot(column, column) * Nuisance.dot(error, error) / column.length;
    if (!(independent > 0)) {
      return 1;
    }
    double[] byWeek = new double[sample.weeks()];
    double byRegion = 0;
    for (int r = 0; r < sample.regions(); r++) {
      double sum = 0;
      for (int i = sample.start()[r]; i < sample.start()[r + 1]; i++) {
        double score = column[i] * error[i];
        byWeek[sample.week()[i]] += score;
        sum += score;
      }
      byRegion += sum * sum;
    }
    double largest = Math.max(independent, overWeeks(byWeek));
    if (sample.regions() >= ENOUGH_REGIONS) {
      double correction = sample.regions() / (sample.regions() - 1.0);
      largest = Math.max(largest, byRegion * correction);
    }
    return largest / independent;
  }

  private static double overWeeks(double[] score) {
    int bandwidth = (int) Math.ceil(1.3 * Math.sqrt(score.length));
    double variance = Nuisance.dot(score, score);
    for (int lag = 1; lag < bandwidth && lag < score.length; lag++) {
      double sum = 0;
      for (int t = lag; t < score.length; t++) {
        sum += score[t] * score[t - lag];
      }
      variance += 2 * (1 - (double) lag / bandwidth) * sum;
    }
    return variance;
  }
}
