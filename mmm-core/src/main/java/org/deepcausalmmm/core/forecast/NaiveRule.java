package org.deepcausalmmm.core.forecast;

import java.util.Arrays;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.Period;

/** The rules that forecast without a model, the benchmark of forecasts. */
public enum NaiveRule {
  /** Repeats the last observation of the region. */
  LAST_VALUE("last_value") {
    @Override
    double at(Panel panel, int trainWeeks, int region, int week) {
      return lastMean(panel, trainWeeks, region, 1);
    }
  },
  /** Repeats the mean of the last four observations. */
  LAST_4_MEAN("last4_mean") {
    @Override
    double at(Panel panel, int trainWeeks, int region, int week) {
      return lastMean(panel, trainWeeks, region, 4);
    }
  },
  /** Repeats the week or month a year before, or the last value where that was not observed. */
  SEASONAL("seasonal") {
    @Override
    double at(Panel panel, int trainWeeks, int region, int week) {
      int year = panel.weeks().period().wholePerYear();
      int before = week - year;
      while (before >= trainWeeks) {
        before -= year;
      }
      return before >= 0 && panel.observed(region, before)
          ? panel.outcome()[region][before]
          : lastMean(panel, trainWeeks, region, 1);
    }
  },
  /** Repeats the mean of all training weeks. */
  TRAIN_MEAN("train_mean") {
    @Override
    double at(Panel panel, int trainWeeks, int region, int week) {
      return lastMean(panel, trainWeeks, region, trainWeeks);
    }
  };

  private final String id;

  NaiveRule(String id) {
    this.id = id;
  }

  /** Returns the name in files. */
  public String id() {
    return id;
  }

  /** Returns whether there are enough training weeks for the rule. */
  public boolean applies(int trainWeeks, Period period) {
    return this != SEASONAL || trainWeeks >= period.wholePerYear();
  }

  abstract double at(Panel panel, int trainWeeks, int region, int week);

  /**
   * Returns the forecast of the weeks of a panel after the training weeks, in the data's units.
   *
   * @return [region][week ahead]
   */
  public double[][] forecast(Panel panel, int trainWeeks) {
    double[][] forecast = new double[panel.regionCount()][panel.weekCount() - trainWeeks];
    for (int r = 0; r < forecast.length; r++) {
      for (int h = 0; h < forecast[r].length; h++) {
        forecast[r][h] = at(panel, trainWeeks, r, trainWeeks + h);
      }
    }
    return forecast;
  }

  /**
   * Returns the mean of the last observed training weeks of a region; that of all regions if it has
   * none.
   */
  private static double lastMean(Panel panel, int trainWeeks, int region, int count) {
    double sum = 0;
    int found = 0;
    for (int t = trainWeeks - 1; t >= 0 && found < count; t--) {
      if (panel.observed(region, t)) {
        sum += panel.outcome()[region][t];
        found++;
      }
    }
    return found == 0 ? overallMean(panel, trainWeeks) : sum / found;
  }

  private static double overallMean(Panel panel, int trainWeeks) {
    return Arrays.stream(panel.outcome())
        .flatMapToDouble(row -> Arrays.stream(row, 0, trainWeeks))
        .filter(y -> !Double.isNaN(y))
        .average()
        .orElse(0);
  }
}
