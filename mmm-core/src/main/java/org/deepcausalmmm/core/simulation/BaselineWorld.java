package org.deepcausalmmm.core.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.deepcausalmmm.core.data.Panel;

/** Is what a simulated world would sell without marketing. */
final class BaselineWorld {
  private final double[][] value;
  private final double[][] weather;
  private final double[][] price;
  private final double[][] holiday;

  BaselineWorld(WorldSpec spec, SplittableRandom random) {
    int regions = spec.regions();
    int weeks = spec.weeks();
    value = new double[regions][weeks];
    weather = new double[regions][weeks];
    price = new double[regions][weeks];
    holiday = new double[regions][weeks];
    double[] shared = shared(weeks, random);
    double[] index = autoregressive(weeks, 0.95, random);
    double weatherEffect = 0.03 * random.nextGaussian();
    double priceEffect = -0.03 * random.nextDouble();
    double holidayEffect = 0.05 + 0.1 * random.nextDouble();
    for (int r = 0; r < regions; r++) {
      double size = 20_000 * Math.exp(0.8 * random.nextGaussian());
      double[] state = autoregressive(weeks, 0.8, random);
      weather[r] = autoregressive(weeks, 0.6, random);
      price[r] = index.clone();
      for (int t = 0; t < weeks; t++) {
        holiday[r][t] = t % 52 == 50 ? 1 : 0;
        double level =
            1
                + shared[t]
                + (regions == 1 ? 0 : 0.04 * state[t])
                + weatherEffect * weather[r][t]
                + priceEffect * price[r][t]
                + holidayEffect * holiday[r][t];
        value[r][t] = size * Math.max(0.1, level);
      }
    }
  }

  /** Gives a random walk, a yearly season and a trend that all regions share. */
  private static double[] shared(int weeks, SplittableRandom random) {
    double amplitude = 0.05 + 0.15 * random.nextDouble();
    double phase = 2 * Math.PI * random.nextDouble();
    double trend = 0.1 * random.nextGaussian();
    double step = 0.005 + 0.01 * random.nextDouble();
    double walk = 0;
    double[] shared = new double[weeks];
    for (int t = 0; t < weeks; t++) {
      walk += step * random.nextGaussian();
      double angle = 2 * Math.PI * t / 52.18 + phase;
      shared[t] =
          walk
              + trend * t / weeks
              + amplitude * (Math.sin(angle) + 0.3 * Math.cos(2 * angle + phase));
    }
    return shared;
  }

  private static double[] autoregressive(int weeks, double rho, SplittableRandom random) {
    double[] series = new double[weeks];
    series[0] = random.nextGaussian();
    for (int t = 1; t < weeks; t++) {
      series[t] = rho * series[t - 1] + Math.sqrt(1 - rho * rho) * random.nextGaussian();
    }
    return series;
  }

  double value(int region, int week) {
    return value[region][week];
  }

  double mean(int region) {
    return Arrays.stream(value[region]).average().orElse(0);
  }

  List<Panel.Control> controls() {
    return List.of(
        new Panel.Control("weather", weather),
        new Panel.Control("price_index", price),
        new Panel.Control("holiday", holiday));
  }
}
