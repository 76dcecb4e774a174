package org.deepcausalmmm.core.forecast;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.TrainingData;
import org.deepcausalmmm.data.Period;

/**
 * The input of a forecast: the outcome of the training weeks and the media contribution of all
 * weeks, both in units of each region's mean outcome.
 *
 * @param outcome [region][training week], aligned to the level of the last week; NaN where not
 *     observed
 * @param observationWeight [region][training week]: weight of the observation from 0 to 1; low for
 *     outliers, 0 where not observed
 * @param media [region][week], training and future
 * @param size [region]: mean outcome, in the data's units
 * @param neverNegative whether no observed outcome was ever below 0, so that no forecast may be
 * @param period whether the weeks are weeks or months
 */
@SuppressWarnings("ArrayRecordComponent") // large numeric arrays, never compared
record History(
    double[][] outcome,
    double[][] observationWeight,
    double[][] media,
    double[] size,
    boolean neverNegative,
    Period period) {

  /** Creates a history of weeks whose level never shifted. */
  History(double[][] outcome, double[][] observationWeight, double[][] media, double[] size) {
    this(outcome, observationWeight, media, size, neverNegative(outcome), Period.WEEK);
  }

  /** Returns the history of a fitted model; later outcomes are ignored. */
  static History of(FittedModel fitted, TrainingData data, double[][] media) {
    double[][] outcome = new double[data.regionCount()][fitted.trainWeeks()];
    double[][] observationWeight = new double[data.regionCount()][fitted.trainWeeks()];
    double[][] alignment = LevelAlignment.toLastLevel(fitted, data, media);
    for (int r = 0; r < outcome.length; r++) {
      double noise = fitted.variances().noise() * fitted.noiseScale()[r];
      for (int t = 0; t < outcome[r].length; t++) {
        observationWeight[r][t] = Math.min(1, fitted.precision()[r][t] * noise * noise);
        outcome[r][t] = data.observed()[r][t] ? data.outcome()[r][t] + alignment[r][t] : Double.NaN;
      }
    }
    return new History(
        outcome,
        observationWeight,
        media,
        data.scaling().outcome(),
        neverNegative(observed(data)),
        data.panel().weeks().period());
  }

  private static double[][] observed(TrainingData data) {
    double[][] outcome = new double[data.regionCount()][];
    for (int r = 0; r < outcome.length; r++) {
      boolean[] seen = data.observed()[r];
      double[] values = data.outcome()[r];
      outcome[r] =
          IntStream.range(0, data.trainWeeks())
              .filter(t -> seen[t])
              .mapToDouble(t -> values[t])
              .toArray();
    }
    return outcome;
  }

  int regions() {
    return outcome.length;
  }

  int trainWeeks() {
    return outcome[0].length;
  }

  /** Returns the number of weeks, those to forecast included. */
  int weeks() {
    return media[0].length;
  }

  /**
   * Returns the outcome of all observed regions over their mean outcome, by training week; a week
   * without any repeats the week before.
   */
  double[] nationalOutcome() {
    double[] series = new double[trainWeeks()];
    double previous = 1;
    for (int t = 0; t < series.length; t++) {
      double sum = 0;
      double weight = 0;
      for (int r = 0; r < outcome.length; r++) {
        if (observationWeight[r][t] > 0) {
          double counted = size[r] * observationWeight[r][t];
          sum += counted * outcome[r][t];
          weight += counted;
        }
      }
      previous = weight > 0 ? sum / weight : previous;
      series[t] = previous;
    }
    return series;
  }

  /**
   * Returns the number of weeks from each region's last observation to the end of training:
   * [region].
   */
  int[] weeksSinceObserved() {
    int[] since = new int[outcome.length];
    for (int r = 0; r < since.length; r++) {
      while (since[r] < trainWeeks() - 1 && Double.isNaN(outcome[r][trainWeeks() - 1 - since[r]])) {
        since[r]++;
      }
    }
    return since;
  }

  private static boolean neverNegative(double[][] outcome) {
    return Arrays.stream(outcome).flatMapToDouble(Arrays::stream).noneMatch(y -> y < 0);
  }
}
