package org.deepcausalmmm.core.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.Weeks;

/**
 * A small world with known contributions: flighted channels with geometric carry-over and Hill
 * saturation on a seasonal baseline.
 *
 * @param contribution [channel]: what each truly brought over all weeks
 */
record SmallWorld(Panel panel, double[] contribution) {

  static SmallWorld of(int regions, int weeks, int channels, double noise, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] outcome = new double[regions][weeks];
    double[][][] exposure = new double[channels][regions][weeks];
    double[] contribution = new double[channels];
    double[] size = new double[regions];
    double[] walk = new double[weeks];
    for (int t = 1; t < weeks; t++) {
      walk[t] = walk[t - 1] + 0.01 * random.nextGaussian();
    }
    for (int r = 0; r < regions; r++) {
      size[r] = 1000 * Math.exp(0.6 * random.nextGaussian());
      for (int t = 0; t < weeks; t++) {
        double season = 0.1 * Math.sin(2 * Math.PI * t / 52.18);
        outcome[r][t] = size[r] * (0.7 + walk[t] + season);
      }
    }
    for (int c = 0; c < channels; c++) {
      flight(exposure[c], size, random);
      double share = 0.03 + 0.05 * random.nextDouble();
      double decay = 0.2 + 0.5 * random.nextDouble();
      double slope = 0.9 + random.nextDouble();
      double half = 0.6 + 0.8 * random.nextDouble();
      for (int r = 0; r < regions; r++) {
        double mean = 0;
        for (double x : exposure[c][r]) {
          mean += x / weeks;
        }
        double strength = Math.exp(0.2 * random.nextGaussian());
        double carried = 0;
        for (int t = 0; t < weeks; t++) {
          carried = decay * carried + (1 - decay) * exposure[c][r][t] / mean;
          double response = 1 / (1 + Math.pow(half / Math.max(carried, 1e-12), slope));
          double effect = size[r] * 2 * share * strength * response;
          outcome[r][t] += effect;
          contribution[c] += effect;
        }
      }
    }
    for (int r = 0; r < regions; r++) {
      for (int t = 0; t < weeks; t++) {
        outcome[r][t] *= 1 + noise * random.nextGaussian();
      }
    }
    return new SmallWorld(panel(outcome, exposure), contribution);
  }

  private static void flight(double[][] exposure, double[] size, SplittableRandom random) {
    double on = 0.3 + 0.5 * random.nextDouble();
    for (int r = 0; r < exposure.length; r++) {
      boolean running = random.nextDouble() < on;
      for (int t = 0; t < exposure[r].length; t++) {
        if (random.nextDouble() < 0.3) {
          running = random.nextDouble() < on;
        }
        exposure[r][t] = running ? size[r] * Math.exp(0.5 * random.nextGaussian()) : 0;
      }
    }
  }

  private static Panel panel(double[][] outcome, double[][][] exposure) {
    List<String> regions = new ArrayList<>();
    for (int r = 0; r < outcome.length; r++) {
      regions.add("region_" + r);
    }
    List<Panel.Channel> channels = new ArrayList<>();
    for (int c = 0; c < exposure.length; c++) {
      channels.add(new Panel.Channel("channel_" + c, exposure[c], exposure[c], true));
    }
    return new Panel(
        regions,
        Weeks.from(1, outcome[0].length),
        outcome,
        channels,
        List.of(),
        null,
        null,
        "sales");
  }
}
