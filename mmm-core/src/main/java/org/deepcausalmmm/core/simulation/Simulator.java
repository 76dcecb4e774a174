package org.deepcausalmmm.core.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.deepcausalmmm.core.data.Panel;
import org.deepcausalmmm.core.data.Weeks;

/**
 * Simulates a world from its mechanics, and asks it what would have been without a channel.
 *
 * <p>The random numbers follow from the seed alone, and everything that is drawn is drawn anew for
 * each seed, so that two seeds are two worlds and not two samples of one.
 */
public final class Simulator {
  private static final int LAGS = 13;

  private final WorldSpec spec;
  private final long seed;
  private final SplittableRandom random;
  private final BaselineWorld baseline;
  private final List<TrueEdge> edges;
  private final List<ChannelWorld> channels;

  private Simulator(WorldSpec spec, long seed) {
    this.spec = spec;
    this.seed = seed;
    random = new SplittableRandom(seed);
    baseline = new BaselineWorld(spec, random);
    edges = edges();
    channels = calibrate(draft());
  }

  /** Simulates a world. */
  public static World simulate(WorldSpec spec, long seed) {
    return new Simulator(spec, seed).world();
  }

  private List<TrueEdge> edges() {
    List<TrueEdge> drawn = new ArrayList<>();
    while (drawn.size() < spec.edges()) {
      int from = random.nextInt(spec.channels() - 1);
      int to = from + 1 + random.nextInt(spec.channels() - 1 - from);
      if (drawn.stream().noneMatch(e -> e.from() == from && e.to() == to)) {
        drawn.add(
            new TrueEdge(
                from, to, 0.2 + 0.5 * random.nextDouble(), 0.2 + 0.4 * random.nextDouble()));
      }
    }
    return drawn;
  }

  private List<ChannelWorld> draft() {
    SpendPlanner planner = new SpendPlanner(spec, baseline, random);
    List<ChannelWorld> drawn = new ArrayList<>();
    for (int c = 0; c < spec.channels(); c++) {
      double[][] spend = planner.plan(c);
      drawn.add(
          new ChannelWorld(
              "channel_" + (char) ('a' + c),
              spend,
              costs(spend),
              new double[spec.regions()],
              kernel(),
              0.8 + 1.4 * random.nextDouble(),
              0.5 + 1.3 * random.nextDouble(),
              new double[spec.regions()],
              effectiveness()));
    }
    return drawn;
  }

  private double[][] costs(double[][] spend) {
    double base = 0.005 * Math.exp(0.5 * random.nextGaussian());
    double[][] cost = new double[spend.length][spec.weeks()];
    for (double[] row : cost) {
      for (int t = 0; t < row.length; t++) {
        row[t] = base * Math.exp(0.08 * random.nextGaussian());
      }
    }
    return cost;
  }

  private double[] kernel() {
    double decay = 0.15 + 0.6 * random.nextDouble();
    int delay = spec.delayed() && random.nextDouble() < 0.7 ? 1 + random.nextInt(4) : 0;
    double[] kernel = new double[LAGS];
    for (int lag = 0; lag < LAGS; lag++) {
      kernel[lag] = Math.pow(decay, Math.abs(lag - delay));
    }
    double sum = Arrays.stream(kernel).sum();
    return Arrays.stream(kernel).map(k -> k / sum).toArray();
  }

  private double[] effectiveness() {
    double amplitude = spec.drift() ? 0.25 + 0.25 * random.nextDouble() : 0;
    double phase = 2 * Math.PI * random.nextDouble();
    double cycles = 0.5 + random.nextDouble();
    double[] path = new double[spec.weeks()];
    for (int t = 0; t < path.length; t++) {
      path[t] = Math.exp(amplitude * Math.sin(2 * Math.PI * cycles * t / spec.weeks() + phase));
    }
    return path;
  }

  /** Sets units and strengths so that media have a given share of the outcome. */
  private List<ChannelWorld> calibrate(List<ChannelWorld> drafts) {
    double mediaShare = 0.25 + 0.3 * random.nextDouble();
    double[] weight = new double[drafts.size()];
    for (int c = 0; c < weight.length; c++) {
      weight[c] = Math.exp(0.7 * random.nextGaussian());
    }
    double total = Arrays.stream(weight).sum();
    List<ChannelWorld> calibrated = new ArrayList<>();
    for (int c = 0; c < weight.length; c++) {
      double share = mediaShare / (1 - mediaShare) * weight[c] / total;
      calibrated.add(calibrate(drafts, c, share));
    }
    return calibrated;
  }

  /** Gives a channel a mean contribution of a share of each region's mean baseline. */
  private ChannelWorld calibrate(List<ChannelWorld> drafts, int c, double share) {
    double[] unit = new double[spec.regions()];
    double[] strength = new double[spec.regions()];
    for (int r = 0; r < unit.length; r++) {
      double[][] exposure = exposures(drafts, r, -1, 1, false);
      unit[r] = Math.max(1e-9, Arrays.stream(exposure[c]).average().orElse(0));
      double deviation = Math.exp(0.25 * random.nextGaussian());
      strength[r] = deviation * share * baseline.mean(r);
    }
    ChannelWorld draft = drafts.get(c).calibrated(unit, strength);
    double[] scaled = new double[unit.length];
    double mean = 0;
    for (int r = 0; r < unit.length; r++) {
      double[] unscaled = draft.contribution(r, exposures(drafts, r, -1, 1, false)[c]);
      mean += Arrays.stream(unscaled).average().orElse(0) / strength[r] / unit.length;
    }
    for (int r = 0; r < unit.length; r++) {
      scaled[r] = strength[r] / Math.max(mean, 1e-9);
    }
    return draft.calibrated(unit, scaled);
  }

  /**
   * Gives all exposures of a region when one channel's spend is scaled.
   *
   * @param changed the channel, or -1 for none
   * @param childrenHeld whether the others keep the exposure that they have at a multiple of 1
   * @return [channel][week]
   */
  private double[][] exposures(
      List<ChannelWorld> world, int region, int changed, double multiplier, boolean childrenHeld) {
    double[][] exposure = new double[world.size()][];
    for (int c = 0; c < exposure.length; c++) {
      exposure[c] = world.get(c).bought(region, c == changed ? multiplier : 1);
      for (TrueEdge edge : edges) {
        if (edge.to() == c) {
          double[] parent =
              childrenHeld && edge.from() == changed
                  ? exposures(world, region, -1, 1, false)[changed]
                  : exposure[edge.from()];
          drive(edge, world, region, parent, exposure[c]);
        }
      }
    }
    return exposure;
  }

  private static void drive(
      TrueEdge edge, List<ChannelWorld> world, int region, double[] parent, double[] child) {
    double parentMean = Arrays.stream(world.get(edge.from()).bought(region, 1)).average().orElse(0);
    double childMean = Arrays.stream(world.get(edge.to()).bought(region, 1)).average().orElse(0);
    double carried = 0;
    for (int t = 0; t < child.length && parentMean > 0; t++) {
      carried = edge.decay() * carried + (1 - edge.decay()) * parent[t] / parentMean;
      child[t] += edge.weight() * carried * childMean;
    }
  }

  /** Gives what all media bring: [region][week]. */
  private double[][] media(int changed, double multiplier, boolean childrenHeld) {
    double[][] media = new double[spec.regions()][spec.weeks()];
    for (int r = 0; r < media.length; r++) {
      double[][] exposure = exposures(channels, r, changed, multiplier, childrenHeld);
      for (int c = 0; c < exposure.length; c++) {
        double[] contribution = channels.get(c).contribution(r, exposure[c]);
        for (int t = 0; t < contribution.length; t++) {
          media[r][t] += contribution[t];
        }
      }
    }
    return media;
  }

  private World world() {
    double[][] media = media(-1, 1, false);
    double[][] outcome = new double[spec.regions()][spec.weeks()];
    double noise = 0.02 + 0.03 * random.nextDouble();
    boolean[][] kept = kept();
    double total = 0;
    for (int r = 0; r < outcome.length; r++) {
      for (int t = 0; t < spec.weeks(); t++) {
        double clean = baseline.value(r, t) + media[r][t];
        double outlier =
            spec.dirty() && random.nextDouble() < 0.01 ? 1 + 2 * random.nextDouble() : 1;
        double noisy = clean * Math.exp(noise * random.nextGaussian()) * outlier;
        outcome[r][t] = kept[r][t] ? noisy : Double.NaN;
        total += kept[r][t] ? clean : 0;
      }
    }
    List<World.TrueChannel> truth = new ArrayList<>();
    for (int c = 0; c < channels.size(); c++) {
      truth.add(truth(c, media, kept));
    }
    return new World(panel(outcome), new World.Truth(seed, total, truth, edges));
  }

  private boolean[][] kept() {
    boolean[][] kept = new boolean[spec.regions()][spec.weeks()];
    for (int r = 0; r < kept.length; r++) {
      int start = spec.dirty() && random.nextDouble() < 0.1 ? random.nextInt(spec.weeks() / 2) : 0;
      for (int t = 0; t < spec.weeks(); t++) {
        kept[r][t] = t >= start && !(spec.dirty() && random.nextDouble() < 0.02);
      }
    }
    return kept;
  }

  private World.TrueChannel truth(int c, double[][] factual, boolean[][] kept) {
    double[][] without = media(c, 0, false);
    double[] curve = new double[World.MULTIPLIERS.size()];
    for (int i = 0; i < curve.length; i++) {
      curve[i] = difference(media(c, World.MULTIPLIERS.get(i), false), without, kept);
    }
    double spend = 0;
    for (int r = 0; r < kept.length; r++) {
      for (int t = 0; t < spec.weeks(); t++) {
        spend += kept[r][t] ? channels.get(c).spend()[r][t] : 0;
      }
    }
    return new World.TrueChannel(
        channels.get(c).name(),
        spend,
        difference(factual, without, kept),
        difference(factual, media(c, 0, true), kept),
        curve,
        channels.get(c).effectiveness());
  }

  private static double difference(double[][] a, double[][] b, boolean[][] kept) {
    double sum = 0;
    for (int r = 0; r < kept.length; r++) {
      for (int t = 0; t < kept[r].length; t++) {
        sum += kept[r][t] ? a[r][t] - b[r][t] : 0;
      }
    }
    return sum;
  }

  private Panel panel(double[][] outcome) {
    List<String> regions = new ArrayList<>();
    for (int r = 0; r < spec.regions(); r++) {
      regions.add(spec.regions() == 1 ? "national" : "region_%02d".formatted(r + 1));
    }
    List<Panel.Channel> seen = new ArrayList<>();
    for (int c = 0; c < channels.size(); c++) {
      double[][] exposure = new double[spec.regions()][];
      for (int r = 0; r < exposure.length; r++) {
        exposure[r] = exposures(channels, r, -1, 1, false)[c];
      }
      seen.add(new Panel.Channel(channels.get(c).name(), exposure, channels.get(c).spend(), false));
    }
    return new Panel(
        regions,
        Weeks.from(LocalDate.of(2022, 1, 3), spec.weeks()),
        outcome,
        seen,
        baseline.controls(),
        null,
        null,
        "revenue");
  }
}
