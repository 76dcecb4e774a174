package org.deepcausalmmm.core.planning;

import java.util.List;
import org.deepcausalmmm.core.forecast.Forecast;
import org.deepcausalmmm.core.forecast.ForecastWeights;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.estimate.Interval;

/**
 * The expected outcome of planned weeks, in the data's units, with 90% predictive intervals.
 *
 * @param panel extends to the end of the plan; its outcomes there are unknown
 * @param firstWeek index of the first planned week in the panel
 * @param heldOut number of holdout weeks between training and plan, which are forecast too
 * @param forecast of all weeks after training
 * @param departures [draw][region][week after training]: media contribution under the plan less
 *     that under present spend
 */
public record PlannedForecast(
    Panel panel, int firstWeek, int heldOut, Forecast forecast, List<double[][]> departures) {

  public PlannedForecast {
    departures = List.copyOf(departures);
  }

  /** Returns the number of planned weeks. */
  public int weeks() {
    return panel.weekCount() - firstWeek;
  }

  /** Returns the label of a planned week, as the data name weeks. */
  public String label(int week) {
    return panel.weeks().label(firstWeek + week);
  }

  /** Returns the weights of the forecast's components. */
  public ForecastWeights weights() {
    return forecast.weights();
  }

  /** Returns the expected outcome of a region in a planned week. */
  public Interval region(int region, int week) {
    int ahead = heldOut + week;
    boolean[] counted = new boolean[panel.regionCount()];
    counted[region] = true;
    return interval(forecast.mean()[region][ahead], forecast.sd()[region][ahead], counted, ahead);
  }

  /** Returns the expected outcome of all regions together in a planned week. */
  public Interval total(int week) {
    int ahead = heldOut + week;
    boolean[] counted = new boolean[panel.regionCount()];
    java.util.Arrays.fill(counted, true);
    return interval(
        forecast.totalMean(counted, ahead), forecast.total().sd(counted, ahead), counted, ahead);
  }

  private Interval interval(double mean, double sd, boolean[] counted, int ahead) {
    double weight = forecast.weights().media();
    double wide = Math.sqrt(sd * sd + weight * weight * departureVariance(counted, ahead));
    return new Interval(
        mean,
        Math.max(forecast.leastOutcome(), mean - Forecast.NORMAL_95 * wide),
        mean + Forecast.NORMAL_95 * wide);
  }

  private double departureVariance(boolean[] counted, int ahead) {
    double sum = 0;
    double squares = 0;
    for (double[][] draw : departures) {
      double total = 0;
      for (int r = 0; r < counted.length; r++) {
        total += counted[r] ? draw[r][ahead] : 0;
      }
      sum += total;
      squares += total * total;
    }
    int draws = departures.size();
    return draws < 2 ? 0 : Math.max(0, (squares - sum * sum / draws) / (draws - 1));
  }
}
