package org.deepcausalmmm.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.deepcausalmmm.experiment.series.GeoSeries;

/**
 * Regions of unequal size with a common level, a season that they share unequally, a state of their
 * own that fades slowly, and noise.
 */
public final class SimulatedRegions {
  private final Random random;
  private final int regions;
  private final int periods;

  public SimulatedRegions(int regions, int periods, long seed) {
    this.random = new Random(seed);
    this.regions = regions;
    this.periods = periods;
  }

  /** Simulates series in which nothing was tested. */
  public GeoSeries series() {
    double[] common = new double[periods];
    double walk = 0;
    for (int t = 0; t < periods; t++) {
      walk += 0.01 * random.nextGaussian();
      common[t] = walk + 0.1 * Math.sin(2 * Math.PI * t / 52);
    }
    double[][] outcome = new double[regions][periods];
    for (double[] row : outcome) {
      double size = 1000 * Math.exp(random.nextGaussian());
      double loading = 1 + 0.3 * random.nextGaussian();
      double state = 0.06 * random.nextGaussian();
      for (int t = 0; t < periods; t++) {
        state = 0.85 * state + 0.06 * Math.sqrt(1 - 0.85 * 0.85) * random.nextGaussian();
        row[t] = size * (1 + loading * common[t] + state + 0.04 * random.nextGaussian());
      }
    }
    return new GeoSeries(
        IntStream.range(0, regions).mapToObj(r -> "R" + r).toList(),
        IntStream.range(0, periods).mapToObj(Integer::toString).toList(),
        outcome,
        null,
        List.of());
  }

  /** Returns the names of random regions. */
  public static List<String> some(GeoSeries series, int count, long seed) {
    List<String> names = new ArrayList<>(series.regions());
    Collections.shuffle(names, new Random(seed));
    return names.subList(0, count);
  }

  /** Multiplies the outcome of regions from a period to before another; returns what it added. */
  public static double lift(GeoSeries series, List<String> treated, int from, int to, double by) {
    double added = 0;
    for (int r : series.indices(treated)) {
      for (int t = from; t < to; t++) {
        added += by * series.outcome()[r][t];
        series.outcome()[r][t] *= 1 + by;
      }
    }
    return added;
  }
}
