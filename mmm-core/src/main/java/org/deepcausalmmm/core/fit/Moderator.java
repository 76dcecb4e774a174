package org.deepcausalmmm.core.fit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deepcausalmmm.core.numeric.Statistics;
import org.deepcausalmmm.core.numeric.Vectors;
import org.deepcausalmmm.data.Panel;

/**
 * A control under which media may act more strongly or more weakly: a promotion, a price, a
 * holiday. The outcome then has the product of both (a moderated effect; Baron and Kenny 1986,
 * Journal of Personality and Social Psychology 51). Without it, the control would be credited with
 * what media add in its weeks.
 *
 * @param shape [week of the panel]: the control's path in all regions together, in units of the
 *     prior standard deviation of a channel's coefficient
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Moderator(double[] shape) {
  /** Relative change of the effect for one standard deviation of a control: prior. */
  private static final double SD = 0.3;

  /** Least share of a control's variance that all regions have in common. */
  private static final double LEAST_COMMON = 0.25;

  /**
   * Greatest correlation of a control with itself a week later. A control that changes slowly
   * cannot be told from effectiveness that varies over time, which is tested once media have
   * settled.
   */
  private static final double MOST_PERSISTENT = 0.8;

  /** Returns the controls that may moderate the effects of media. */
  static List<Moderator> candidates(TrainingData data) {
    List<Panel.Control> controls = data.panel().controls();
    return IntStream.range(0, controls.size())
        .mapToObj(k -> common(data.scaling().standardisedControl(controls.get(k).value(), k)))
        .filter(path -> variance(path, data.trainWeeks()) >= LEAST_COMMON)
        .filter(path -> persistence(path, data.trainWeeks()) <= MOST_PERSISTENT)
        .map(path -> Vectors.times(SD / Math.sqrt(variance(path, data.trainWeeks())), path))
        .map(Moderator::new)
        .toList();
  }

  /** Returns the mean over regions: [week]. */
  private static double[] common(double[][] control) {
    double[] mean = new double[control[0].length];
    for (double[] region : control) {
      for (int t = 0; t < mean.length; t++) {
        mean[t] += region[t] / control.length;
      }
    }
    return mean;
  }

  private static double variance(double[] path, int weeks) {
    double mean = Arrays.stream(path, 0, weeks).average().orElse(0);
    return Arrays.stream(path, 0, weeks).map(x -> (x - mean) * (x - mean)).sum() / weeks;
  }

  private static double persistence(double[] path, int weeks) {
    return Statistics.correlation(
        Arrays.copyOfRange(path, 0, weeks - 1), Arrays.copyOfRange(path, 1, weeks));
  }
}
