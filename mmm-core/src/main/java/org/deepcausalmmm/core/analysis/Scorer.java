package org.deepcausalmmm.core.analysis;

import java.util.Arrays;
import org.deepcausalmmm.core.data.Panel;

/** Scores predictions, and the naive rules beside them. */
final class Scorer {
  private static final int YEAR = 52;

  private final Panel panel;
  private final int trainWeeks;

  Scorer(Panel panel, int trainWeeks) {
    this.panel = panel;
    this.trainWeeks = trainWeeks;
  }

  /** Scores the weeks used for fitting. */
  FitScores train(Prediction prediction) {
    return scores(prediction.mean(), 0, trainWeeks);
  }

  private FitScores scores(double[][] predicted, int from, int to) {
    double mean = 0;
    int cells = 0;
    for (int r = 0; r < predicted.length; r++) {
      for (int t = from; t < to; t++) {
        if (panel.observed(r, t)) {
          mean += panel.outcome()[r][t];
          cells++;
        }
      }
    }
    mean /= cells;
    double squares = 0;
    double spread = 0;
    double absolute = 0;
    double total = 0;
    double relative = 0;
    int positive = 0;
    for (int r = 0; r < predicted.length; r++) {
      for (int t = from; t < to; t++) {
        if (panel.observed(r, t)) {
          double y = panel.outcome()[r][t];
          double error = y - predicted[r][t];
          squares += error * error;
          spread += (y - mean) * (y - mean);
          absolute += Math.abs(error);
          total += Math.abs(y);
          if (y != 0) {
            relative += Math.abs(error / y);
            positive++;
          }
        }
      }
    }
    return new FitScores(
        1 - squares / spread, Math.sqrt(squares / cells), relative / positive, absolute / total);
  }

  /** Scores the weeks held out. */
  HoldoutScores holdout(Prediction prediction) {
    int weeks = panel.weekCount();
    FitScores own = scores(prediction.mean(), trainWeeks, weeks);
    return new HoldoutScores(
        weeks - trainWeeks,
        own.r2(),
        own.rmse(),
        own.wmape(),
        coverage(prediction),
        naive(region -> constant(lastMean(region, 1))).rmse(),
        naive(region -> constant(lastMean(region, 4))).rmse(),
        trainWeeks < YEAR ? Double.NaN : naive(this::yearBefore).rmse(),
        naive(region -> constant(lastMean(region, trainWeeks))).rmse());
  }

  private double coverage(Prediction prediction) {
    int inside = 0;
    int cells = 0;
    for (int r = 0; r < panel.regionCount(); r++) {
      for (int t = trainWeeks; t < panel.weekCount(); t++) {
        if (panel.observed(r, t)) {
          double y = panel.outcome()[r][t];
          inside += y >= prediction.lower()[r][t] && y <= prediction.upper()[r][t] ? 1 : 0;
          cells++;
        }
      }
    }
    return (double) inside / cells;
  }

  private interface Rule {
    double[] forecast(int region);
  }

  private FitScores naive(Rule rule) {
    double[][] forecast = new double[panel.regionCount()][];
    for (int r = 0; r < forecast.length; r++) {
      forecast[r] = rule.forecast(r);
    }
    return scores(forecast, trainWeeks, panel.weekCount());
  }

  private double[] constant(double value) {
    double[] row = new double[panel.weekCount()];
    Arrays.fill(row, value);
    return row;
  }

  /** Gives the mean of the last observed training weeks of a region; the mean of all if none. */
  private double lastMean(int region, int count) {
    double sum = 0;
    int found = 0;
    for (int t = trainWeeks - 1; t >= 0 && found < count; t--) {
      if (panel.observed(region, t)) {
        sum += panel.outcome()[region][t];
        found++;
      }
    }
    return found == 0 ? overallMean() : sum / found;
  }

  private double overallMean() {
    return Arrays.stream(panel.outcome())
        .flatMapToDouble(row -> Arrays.stream(row, 0, trainWeeks))
        .filter(y -> !Double.isNaN(y))
        .average()
        .orElse(0);
  }

  /** Gives the same week a year before, and the last value where that was not observed. */
  private double[] yearBefore(int region) {
    double[] row = new double[panel.weekCount()];
    for (int t = trainWeeks; t < row.length; t++) {
      int before = t - YEAR;
      while (before >= trainWeeks) {
        before -= YEAR;
      }
      row[t] =
          before >= 0 && panel.observed(region, before)
              ? panel.outcome()[region][before]
              : lastMean(region, 1);
    }
    return row;
  }
}
