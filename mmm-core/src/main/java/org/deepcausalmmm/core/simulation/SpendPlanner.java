package org.deepcausalmmm.core.simulation;

import java.util.SplittableRandom;

/** Plans the spend of simulated channels: in flights, always on, by season, with a trend. */
final class SpendPlanner {
  private enum Pattern {
    FLIGHTED,
    ALWAYS_ON,
    SEASONAL,
    TRENDING
  }

  private final WorldSpec spec;
  private final BaselineWorld baseline;
  private final SplittableRandom random;

  SpendPlanner(WorldSpec spec, BaselineWorld baseline, SplittableRandom random) {
    this.spec = spec;
    this.baseline = baseline;
    this.random = random;
  }

  /** Plans a channel: [region][week] in money. */
  double[][] plan(int channel) {
    Pattern[] patterns = Pattern.values();
    Pattern pattern = patterns[(channel + random.nextInt(2)) % patterns.length];
    double intensity = 0.01 * Math.exp(0.6 * random.nextGaussian());
    double[] national = national(pattern);
    double[][] spend = new double[spec.regions()][spec.weeks()];
    for (int r = 0; r < spend.length; r++) {
      double regional = Math.exp(0.4 * random.nextGaussian());
      int shift = spec.regions() == 1 ? 0 : random.nextInt(7) - 3;
      for (int t = 0; t < spec.weeks(); t++) {
        int at = Math.floorMod(t + shift, spec.weeks());
        double demand = spec.chased() ? chased(r, t) : 1;
        double local = Math.exp(0.25 * random.nextGaussian());
        spend[r][t] = intensity * baseline.mean(r) * regional * national[at] * demand * local;
      }
    }
    return spend;
  }

  private double chased(int region, int week) {
    int ahead = Math.min(spec.weeks() - 1, week + 2);
    return Math.pow(baseline.value(region, ahead) / baseline.mean(region), 3);
  }

  private double[] national(Pattern pattern) {
    double[] path = new double[spec.weeks()];
    double phase = 2 * Math.PI * random.nextDouble();
    double slope = random.nextDouble() - 0.3;
    boolean on = random.nextBoolean();
    for (int t = 0; t < path.length; t++) {
      if (random.nextDouble() < 0.2) {
        on = random.nextBoolean();
      }
      double wave = Math.exp(0.3 * random.nextGaussian());
      path[t] =
          switch (pattern) {
            case FLIGHTED -> on ? 2 * wave : 0;
            case ALWAYS_ON -> wave;
            case SEASONAL -> wave * (1 + 0.8 * Math.sin(2 * Math.PI * t / 52.18 + phase));
            case TRENDING -> wave * Math.max(0.1, 1 + slope * t / path.length);
          };
    }
    return path;
  }
}
