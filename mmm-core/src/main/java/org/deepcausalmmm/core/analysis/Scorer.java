package org.deepcausalmmm.core.analysis;

import org.deepcausalmmm.core.forecast.NaiveRule;
import org.deepcausalmmm.data.Panel;

/** The accuracy of predictions and of naive rules. */
final class Scorer {
  private final Panel panel;
  private final int trainWeeks;

  Scorer(Panel panel, int trainWeeks) {
    this.panel = panel;
    this.trainWeeks = trainWeeks;
  }

  /** Returns the scores of the training weeks. */
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

  /** Returns the scores of the holdout. */
  HoldoutScores holdout(Prediction prediction) {
    int weeks = panel.weekCount();
    FitScores own = scores(prediction.mean(), trainWeeks, weeks);
    return new HoldoutScores(
        weeks - trainWeeks,
        own.r2(),
        own.rmse(),
        own.wmape(),
        coverage(prediction),
        new HoldoutScores.NaiveErrors(
            naiveRmse(NaiveRule.LAST_VALUE),
            naiveRmse(NaiveRule.LAST_4_MEAN),
            naiveRmse(NaiveRule.SEASONAL),
            naiveRmse(NaiveRule.TRAIN_MEAN)));
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

  /** Returns the RMSE of a naive rule in the holdout; NaN where it does not apply. */
  private double naiveRmse(NaiveRule rule) {
    if (!rule.applies(trainWeeks, panel.weeks().period())) {
      return Double.NaN;
    }
    double[][] ahead = rule.forecast(panel, trainWeeks);
    double[][] forecast = new double[ahead.length][panel.weekCount()];
    for (int r = 0; r < ahead.length; r++) {
      System.arraycopy(ahead[r], 0, forecast[r], trainWeeks, ahead[r].length);
    }
    return scores(forecast, trainWeeks, panel.weekCount()).rmse();
  }
}
