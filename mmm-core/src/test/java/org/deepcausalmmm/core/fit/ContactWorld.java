package org.deepcausalmmm.core.fit;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.deepcausalmmm.data.CheckedPanel;
import org.deepcausalmmm.data.Weeks;
import org.deepcausalmmm.data.panel.PanelBuilder;

/** A world with a channel whose effect is reach times a Hill curve of frequency. */
final class ContactWorld {
  private ContactWorld() {}

  /**
   * Creates a world.
   *
   * @param half half-saturation of the true response to frequency
   * @param slope its slope
   * @param spread standard deviation of the logarithm of frequency around 3
   * @param share of the outcome that the channel contributes
   */
  static CheckedPanel of(double half, double slope, double spread, double share, long seed) {
    return of(6, 90, half, slope, spread, share, seed);
  }

  /** Creates a world of some regions and weeks. */
  static CheckedPanel of(
      int regions, int weeks, double half, double slope, double spread, double share, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] outcome = new double[regions][weeks];
    double[][] reach = new double[regions][weeks];
    double[][] frequency = new double[regions][weeks];
    double[][] spend = new double[regions][weeks];
    double[][] search = new double[regions][weeks];
    for (int r = 0; r < regions; r++) {
      double size = 1000 * Math.exp(0.5 * random.nextGaussian());
      double[] effect = new double[weeks];
      double carried = 0;
      for (int t = 0; t < weeks; t++) {
        boolean running = random.nextDouble() < 0.7;
        reach[r][t] = running ? size * Math.exp(0.4 * random.nextGaussian()) : 0;
        frequency[r][t] = running ? Math.max(1, 3 * Math.exp(spread * random.nextGaussian())) : 0;
        spend[r][t] = 0.01 * reach[r][t] * frequency[r][t];
        search[r][t] = size * Math.exp(0.4 * random.nextGaussian());
        double response =
            frequency[r][t] > 0 ? 1 / (1 + Math.pow(half / frequency[r][t], slope)) : 0;
        carried = 0.4 * carried + 0.6 * reach[r][t] * response;
        effect[t] = carried / (carried + size);
      }
      double mean = Arrays.stream(effect).average().orElse(1);
      for (int t = 0; t < weeks; t++) {
        double season = 0.1 * Math.sin(2 * Math.PI * t / 52.18);
        outcome[r][t] =
            size
                * (0.8 + season + share * effect[t] / mean + 0.05 * search[r][t] / size)
                * (1 + 0.02 * random.nextGaussian());
      }
    }
    return PanelBuilder.regional(
            IntStream.range(0, regions).mapToObj(r -> "region_" + r).toList(), Weeks.from(1, weeks))
        .outcome("sales", outcome)
        .contacts("video", spend, reach, frequency)
        .channel("search", search)
        .check(0);
  }
}
