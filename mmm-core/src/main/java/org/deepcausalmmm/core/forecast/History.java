package org.deepcausalmmm.core.forecast;

import java.util.Arrays;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.TrainingData;

/**
 * Is what a forecast starts from: the outcome of the training weeks and what media bring in all
 * weeks, both in units of each region's mean outcome.
 *
 * @param outcome [region][training week]; NaN where not observed
 * @param trust [region][training week]: weight of the observation from 0 to 1; low for outliers, 0
 *     where not observed
 * @param media [region][week], training and future
 * @param size [region]: mean outcome, in the data's units
 */
@SuppressWarnings("ArrayRecordComponent") // large numeric arrays, never compared
record History(double[][] outcome, double[][] trust, double[][] media, double[] size) {

  /** Cuts the history of a fitted model out of its panel; later outcomes are not looked at. */
  static History of(FittedModel fitted, TrainingData data, double[][] media) {
    double[][] outcome = new double[data.regionCount()][fitted.trainWeeks()];
    double[][] trust = new double[data.regionCount()][fitted.trainWeeks()];
    for (int r = 0; r < outcome.length; r++) {
      double noise = fitted.variances().noise() * fitted.noiseScale()[r];
      for (int t = 0; t < outcome[r].length; t++) {
        trust[r][t] = Math.min(1, fitted.precision()[r][t] * noise * noise);
        outcome[r][t] = data.observed()[r][t] ? data.outcome()[r][t] : Double.NaN;
      }
    }
    return new History(outcome, trust, media, data.scaling().outcome());
  }

  int regions() {
    return outcome.length;
  }

  int trainWeeks() {
    return outcome[0].length;
  }

  /** Gives how many weeks there are, those to forecast included. */
  int weeks() {
    return media[0].length;
  }

  /**
   * Gives the outcome of all observed regions over their mean outcome, by training week; a week
   * without any repeats the week before.
   */
  double[] nationalOutcome() {
    double[] series = new double[trainWeeks()];
    double previous = 1;
    for (int t = 0; t < series.length; t++) {
      double sum = 0;
      double weight = 0;
      for (int r = 0; r < outcome.length; r++) {
        if (trust[r][t] > 0) {
          double counted = size[r] * trust[r][t];
          sum += counted * outcome[r][t];
          weight += counted;
        }
      }
      previous = weight > 0 ? sum / weight : previous;
      series[t] = previous;
    }
    return series;
  }

  /** Gives how many weeks before the end of training each region was last observed: [region]. */
  int[] weeksSinceObserved() {
    int[] since = new int[outcome.length];
    for (int r = 0; r < since.length; r++) {
      while (since[r] < trainWeeks() - 1 && Double.isNaN(outcome[r][trainWeeks() - 1 - since[r]])) {
        since[r]++;
      }
    }
    return since;
  }

  /** Tells whether no outcome was ever below 0, so that no forecast may be. */
  boolean neverNegative() {
    return Arrays.stream(outcome).flatMapToDouble(Arrays::stream).noneMatch(y -> y < 0);
  }
}
