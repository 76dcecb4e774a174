package org.deepcausalmmm.experiment.reading;

import org.deepcausalmmm.experiment.estimate.SeriesModel;
import org.deepcausalmmm.experiment.series.TestWindow;

/**
 * The effect of a treatment over a window, and the error that the same model has over windows of
 * the same length before the treatment.
 *
 * @param effect sum over the read-out of the treated series less the predicted one
 * @param scale root mean square error of such sums over blocks before the treatment, each predicted
 *     without itself
 * @param blocks number of these blocks
 * @param predicted [period]: the series without treatment
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record WindowEffect(double effect, double scale, int blocks, double[] predicted) {
  private static final int MOST_BLOCKS = 6;
  private static final int LEAST_BLOCKS = 3;

  /** Estimates the effect on a series. */
  public static WindowEffect of(
      SeriesModel model, double[] treated, double[][] controls, TestWindow window) {
    boolean[] before = new boolean[treated.length];
    for (int t = window.pre(); t < window.from(); t++) {
      before[t] = true;
    }
    double[] predicted = model.predict(treated, controls, before);
    double effect = difference(treated, predicted, window.from(), window.end());
    int length = Math.min(window.length(), window.before() / LEAST_BLOCKS);
    int blocks = Math.min(MOST_BLOCKS, window.before() / length);
    double squares = 0;
    for (int b = 0; b < blocks; b++) {
      int end = window.from() - b * length;
      boolean[] others = before.clone();
      for (int t = end - length; t < end; t++) {
        others[t] = false;
      }
      double off = difference(treated, model.predict(treated, controls, others), end - length, end);
      squares += off * off / blocks;
    }
    double stretch = (double) window.length() / length;
    return new WindowEffect(effect, stretch * Math.sqrt(squares), blocks, predicted);
  }

  private static double difference(double[] treated, double[] predicted, int from, int to) {
    double sum = 0;
    for (int t = from; t < to; t++) {
      sum += treated[t] - predicted[t];
    }
    return sum;
  }

  /** Returns the sum of the predictions over the read-out. */
  public double expected(TestWindow window) {
    double sum = 0;
    for (int t = window.from(); t < window.end(); t++) {
      sum += predicted[t];
    }
    return sum;
  }
}
