package org.deepcausalmmm.experiment.reading;

import org.deepcausalmmm.experiment.series.GeoSeries;
import org.deepcausalmmm.experiment.series.TestWindow;

/**
 * The spend of the treated regions in the weeks of the treatment.
 *
 * @param actual what was spent; NaN if it is not known
 * @param without what would have been spent: the weeks before, times the change of the controls
 * @param controls spend of the controls over what the weeks before let expect; NaN if not known
 */
public record SpendChange(double actual, double without, double controls) {
  /** Spend that is not known. */
  static final SpendChange UNKNOWN = new SpendChange(Double.NaN, Double.NaN, Double.NaN);

  /** A change that is smaller, relative to the spend without the test, can hardly be told. */
  private static final double LEAST_CHANGE = 0.05;

  static SpendChange of(GeoSeries series, int[] treated, int[] controls, TestWindow window) {
    double[][] spend = series.spend();
    if (spend == null) {
      return UNKNOWN;
    }
    double[] own = GeoSeries.total(spend, treated);
    double[] others = GeoSeries.total(spend, controls);
    double usualOthers = perPeriod(others, window.pre(), window.from());
    double change =
        usualOthers > 0 ? perPeriod(others, window.from(), window.to()) / usualOthers : Double.NaN;
    double usual = perPeriod(own, window.pre(), window.from()) * (window.to() - window.from());
    return new SpendChange(
        perPeriod(own, window.from(), window.to()) * (window.to() - window.from()),
        Double.isNaN(change) ? usual : usual * change,
        change);
  }

  private static double perPeriod(double[] values, int from, int to) {
    double sum = 0;
    for (int t = from; t < to; t++) {
      sum += values[t];
    }
    return sum / (to - from);
  }

  /** Returns whether spend is known. */
  public boolean known() {
    return !Double.isNaN(actual);
  }

  /** Returns whether spend is known and hardly changed. */
  boolean unchanged() {
    return known() && Math.abs(actual - without) <= LEAST_CHANGE * Math.max(actual, without);
  }

  /** Returns the actual spend less that without the test. */
  public double difference() {
    return actual - without;
  }
}
