package org.deepcausalmmm.experiment.estimate;

/**
 * The regression of the treated total on the controls' total over the periods of training (Kerman,
 * Wang and Vaver, "Estimating ad effectiveness using geo experiments in a time-based regression
 * framework", Google 2017).
 */
public final class TimeBasedRegression implements SeriesModel {
  @Override
  public double[] predict(double[] treated, double[][] controls, boolean[] training) {
    double[] total = new double[treated.length];
    for (double[] control : controls) {
      for (int t = 0; t < total.length; t++) {
        total[t] += control[t];
      }
    }
    double meanX = Training.mean(total, training);
    double meanY = Training.mean(treated, training);
    double cross = 0;
    double square = 0;
    for (int t = 0; t < total.length; t++) {
      if (training[t]) {
        cross += (total[t] - meanX) * (treated[t] - meanY);
        square += (total[t] - meanX) * (total[t] - meanX);
      }
    }
    double slope = square > 0 ? cross / square : 0;
    double[] predicted = new double[total.length];
    for (int t = 0; t < total.length; t++) {
      predicted[t] = meanY + slope * (total[t] - meanX);
    }
    return predicted;
  }
}
