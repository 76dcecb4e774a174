package org.deepcausalmmm.simulation;

import java.util.List;

/**
 * A mechanism whose outcome is averaged over the last weeks, as where sales are booked late.
 *
 * @param weeks how many weeks are averaged, the week itself included
 */
record SmoothedMechanism(Mechanism plain, int weeks) implements Mechanism {
  @Override
  public MediaPlan plan() {
    return plain.plan();
  }

  @Override
  public double[][][] exposure(double[][][] spend) {
    return plain.exposure(spend);
  }

  @Override
  public double[][] outcome(double[][][] spend) {
    return smoothed(plain.outcome(spend));
  }

  @Override
  public double[][] outcomeHoldingOthers(int channel, double[][] spend) {
    return smoothed(plain.outcomeHoldingOthers(channel, spend));
  }

  @Override
  public List<Truth.TrueEdge> edges() {
    return plain.edges();
  }

  @Override
  public Truth.Form form(int channel) {
    return Truth.Form.none();
  }

  /** Averages each week with those before it, as far as there are such. */
  double[][] smoothed(double[][] outcome) {
    double[][] smoothed = new double[outcome.length][];
    for (int r = 0; r < outcome.length; r++) {
      smoothed[r] = new double[outcome[r].length];
      for (int t = 0; t < smoothed[r].length; t++) {
        int first = Math.max(0, t - weeks + 1);
        for (int s = first; s <= t; s++) {
          smoothed[r][t] += outcome[r][s] / (t - first + 1);
        }
      }
    }
    return smoothed;
  }
}
