package org.deepcausalmmm.experiment.estimate;

/** Sums over the periods that a model may learn from. */
final class Training {
  private Training() {}

  /** Returns the mean over the training periods. */
  static double mean(double[] values, boolean[] training) {
    double sum = 0;
    for (int t = 0; t < values.length; t++) {
      sum += training[t] ? values[t] : 0;
    }
    return sum / count(training);
  }

  /** Returns the number of training periods. */
  static int count(boolean[] training) {
    int count = 0;
    for (boolean each : training) {
      count += each ? 1 : 0;
    }
    return count;
  }

  /** Returns a series over its mean of training, less 1. */
  static double[] relative(double[] values, boolean[] training) {
    double mean = mean(values, training);
    double[] relative = new double[values.length];
    for (int t = 0; t < relative.length; t++) {
      relative[t] = mean == 0 ? 0 : values[t] / mean - 1;
    }
    return relative;
  }

  /** Returns the entries of the training periods. */
  static double[] chosen(double[] values, boolean[] training) {
    double[] chosen = new double[count(training)];
    int at = 0;
    for (int t = 0; t < values.length; t++) {
      if (training[t]) {
        chosen[at++] = values[t];
      }
    }
    return chosen;
  }

  /** Returns the sum of squares. */
  static double squares(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return sum;
  }
}
