package org.deepcausalmmm.core.pooling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.deepcausalmmm.core.analysis.Analyst;
import org.deepcausalmmm.core.analysis.ChannelDraws;
import org.deepcausalmmm.core.analysis.ChannelEvidence.Grade;
import org.deepcausalmmm.core.analysis.LikelihoodRoi;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.fit.Progress;
import org.deepcausalmmm.core.health.HealthExaminer;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.ComponentDiscovery;
import org.deepcausalmmm.data.DataReport;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.config.FitConfig;
import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.simulation.Scenario;
import org.deepcausalmmm.simulation.Simulator;
import org.deepcausalmmm.simulation.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The table of docs/batch.md that has fits in it: portfolios of simulated brands whose true ROI of
 * a channel comes from one distribution, half of them small, by quick fits.
 *
 * <p>The spend of each world is scaled so that its channels have these true ROI; outcome and
 * exposure stay as they are.
 */
@Tag("benchmark")
class FittedPortfolioBenchmark {
  private static final int CHANNELS = 4;
  private static final int BRANDS = 12;
  private static final Fitter FITTER =
      new Fitter(new ComponentCreator(ComponentDiscovery.fromClassPath()));

  /** A channel of a fitted brand, on the log scale. */
  private record FittedChannel(
      boolean small, double truth, Interval own, UnitEstimate unit, Grade grade) {}

  @Test
  void smallBrands() {
    long seed = Long.getLong("mmm.seed", 31_000);
    int portfolios = Integer.getInteger("mmm.portfolios", 2);
    double spread = Double.parseDouble(System.getProperty("mmm.spread", "0.3"));
    Score score = new Score();
    for (int k = 0; k < portfolios; k++) {
      SplittableRandom random = new SplittableRandom(seed + k);
      double[] center = random.doubles(CHANNELS, 0, 1).toArray();
      List<List<FittedChannel>> byChannel =
          IntStream.range(0, CHANNELS)
              .<List<FittedChannel>>mapToObj(c -> new ArrayList<>())
              .toList();
      for (int b = 0; b < BRANDS; b++) {
        double[] roi =
            Arrays.stream(center).map(m -> Math.exp(m + spread * random.nextGaussian())).toArray();
        List<FittedChannel> brand = brand(seed + 100L * (k + 1) + b, b % 2 == 0, roi);
        for (int c = 0; c < brand.size(); c++) {
          byChannel.get(c).add(brand.get(c));
        }
      }
      byChannel.forEach(score::add);
    }
    score.print(spread);
    assertThat(score.count).isPositive();
  }

  /** Worlds whose ROI have nothing in common, five small and four large, by name of channel. */
  @Test
  void brandsThatAreNotAlike() {
    Map<String, List<FittedChannel>> byName = new TreeMap<>();
    for (int b = 0; b < 9; b++) {
      boolean small = b < 5;
      World world = world(7331 + b, small ? 3 : 8, small ? 60 : 104);
      double[] roi =
          world.panel().channelNames().stream()
              .mapToDouble(
                  name -> world.truth().of(name).contribution() / world.truth().of(name).spend())
              .toArray();
      List<FittedChannel> channels = fitted(world, small, world.panel().channels(), roi);
      for (int c = 0; c < CHANNELS; c++) {
        byName
            .computeIfAbsent(world.panel().channelNames().get(c), n -> new ArrayList<>())
            .add(channels.get(c));
      }
    }
    Score score = new Score();
    byName.values().stream()
        .filter(list -> list.stream().filter(c -> c.grade() != Grade.CONFOUNDED).count() >= 3)
        .forEach(score::add);
    score.print(Double.NaN);
    assertThat(score.count).isPositive();
  }

  private static World world(long seed, int regions, int weeks) {
    return Simulator.simulate(
        Scenario.ADDITIVE.spec().toBuilder()
            .regions(regions)
            .weeks(weeks)
            .channels(CHANNELS)
            .edges(0)
            .build(),
        seed);
  }

  private static List<FittedChannel> brand(long seed, boolean small, double[] roi) {
    World world = world(seed, small ? 1 : 8, 104);
    List<Panel.Channel> paid = new ArrayList<>();
    for (int c = 0; c < CHANNELS; c++) {
      Panel.Channel channel = world.panel().channels().get(c);
      double[][] spend = channel.spend();
      if (spend == null) {
        throw new IllegalStateException("A channel without spend.");
      }
      double total = Arrays.stream(spend).flatMapToDouble(Arrays::stream).sum();
      double factor = world.truth().of(channel.name()).contribution() / total / roi[c];
      double[][] scaled =
          Arrays.stream(spend)
              .map(row -> Arrays.stream(row).map(x -> x * factor).toArray())
              .toArray(double[][]::new);
      paid.add(new Panel.Channel(channel.name(), channel.exposure(), scaled, false));
    }
    return fitted(world, small, paid, roi);
  }

  private static List<FittedChannel> fitted(
      World world, boolean small, List<Panel.Channel> paid, double[] roi) {
    FitConfig fit =
        world.configuration().fit().withSeed(world.seed()).withQuick(true).withThreads(1);
    FittedModel fitted =
        FITTER.fit(
            world.panel().withChannels(paid),
            new DataReport(1, 0, List.of()),
            world.configuration().withFit(fit),
            Progress.SILENT);
    var analysis =
        new HealthExaminer(FITTER)
            .examine(fitted, new Analyst(FITTER).analyse(fitted, Progress.SILENT));
    List<FittedChannel> channels = new ArrayList<>();
    for (int c = 0; c < CHANNELS; c++) {
      ChannelDraws draws = analysis.media().draws().get(c);
      Interval own = analysis.channels().get(c).roi();
      if (own == null) {
        throw new IllegalStateException("A channel without ROI.");
      }
      LikelihoodRoi likelihood = draws.likelihood();
      if (likelihood == null) {
        throw new IllegalStateException("A channel without draws.");
      }
      UnitEstimate unit =
          new UnitEstimate(
              likelihood.mean(),
              likelihood.sd(),
              likelihood.expected(),
              likelihood.expectedSd(),
              draws.logRoiMean(),
              draws.logRoiSd());
      Interval log =
          new Interval(Math.log(own.mean()), Math.log(own.lower()), Math.log(own.upper()));
      Grade grade = analysis.evidence().get(c).grade();
      channels.add(new FittedChannel(small, Math.log(roi[c]), log, unit, grade));
    }
    return channels;
  }

  /** Errors of log ROI and coverage over channels of brands. */
  private static final class Score {
    private final double[] own = new double[2];
    private final double[] pooled = new double[2];
    private final int[] ownHeld = new int[2];
    private final int[] held = new int[2];
    private final int[] number = new int[2];
    private int count;

    /**
     * Adds a channel over the brands of a portfolio; confounded ones are neither used nor moved.
     */
    void add(List<FittedChannel> channel) {
      List<FittedChannel> used =
          channel.stream().filter(c -> c.grade() != Grade.CONFOUNDED).toList();
      RandomEffects effects = RandomEffects.of(used.stream().map(FittedChannel::unit).toList());
      for (int i = 0; i < used.size(); i++) {
        FittedChannel unit = used.get(i);
        Interval effect = effects.units().get(i).effect();
        int size = unit.small() ? 0 : 1;
        own[size] += Math.abs(unit.own().mean() - unit.truth());
        pooled[size] += Math.abs(effect.mean() - unit.truth());
        ownHeld[size] += holds(unit.own(), unit.truth());
        held[size] += holds(effect, unit.truth());
        number[size]++;
        count++;
      }
    }

    private static int holds(Interval interval, double truth) {
      return interval.lower() <= truth && truth <= interval.upper() ? 1 : 0;
    }

    void print(double spread) {
      for (int size = 0; size < 2; size++) {
        System.out.printf(
            Locale.ROOT,
            "| %s | %.2f | %d | %.3f | %.3f | %.0f%% | %.0f%% | %.0f%% |%n",
            size == 0 ? "small" : "large",
            spread,
            number[size],
            own[size] / number[size],
            pooled[size] / number[size],
            100 * (1 - pooled[size] / own[size]),
            100.0 * ownHeld[size] / number[size],
            100.0 * held[size] / number[size]);
      }
    }
  }
}
