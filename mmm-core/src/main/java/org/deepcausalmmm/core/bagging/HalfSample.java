package org.deepcausalmmm.core.bagging;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.deepcausalmmm.core.executor.PanelFit;
import org.deepcausalmmm.data.ChannelSource;
import org.deepcausalmmm.data.Panel;
import org.jspecify.annotations.Nullable;

/**
 * One half of a panel, and the request of a fit to it. Halves come in pairs, each the rest of the
 * other (balanced half-samples, McCarthy 1969, Review of the International Statistical Institute
 * 37, 239).
 *
 * @param blocks what was halved
 * @param pair position of the pair
 */
record HalfSample(Blocks blocks, int pair, PanelFit request) {
  /** The blocks of data that stay together. */
  enum Blocks {
    /** Regions with all their weeks. */
    REGIONS,
    /** Quarters of all regions. */
    QUARTERS
  }

  /** The fewest regions of which halves can be fitted. */
  static final int LEAST_REGIONS = 6;

  private static final int QUARTER = 13;

  /**
   * Returns the halves of a panel: of quarters, and in every second pair of regions if there are
   * enough of them.
   *
   * @param count number of halves, even
   */
  static List<HalfSample> of(PanelFit whole, int count) {
    SplittableRandom random =
        new SplittableRandom(whole.configuration().fit().seed() ^ 0x5eed_ba65L);
    boolean regional = whole.panel().regionCount() >= LEAST_REGIONS;
    List<HalfSample> halves = new ArrayList<>();
    for (int pair = 0; pair < count / 2; pair++) {
      Blocks blocks = regional && pair % 2 == 0 ? Blocks.REGIONS : Blocks.QUARTERS;
      boolean[] first = half(blocks(blocks, whole), random);
      boolean[] second = new boolean[first.length];
      for (int i = 0; i < first.length; i++) {
        second[i] = !first[i];
      }
      halves.add(new HalfSample(blocks, pair, request(blocks, whole, first)));
      halves.add(new HalfSample(blocks, pair, request(blocks, whole, second)));
    }
    return halves;
  }

  private static int blocks(Blocks blocks, PanelFit whole) {
    return switch (blocks) {
      case REGIONS -> whole.panel().regionCount();
      case QUARTERS -> Math.max(2, trainWeeks(whole) / QUARTER);
    };
  }

  private static int trainWeeks(PanelFit whole) {
    return whole.panel().weekCount() - whole.configuration().fit().holdout();
  }

  /** Returns one half of the blocks: one of each two that follow each other. */
  private static boolean[] half(int blocks, SplittableRandom random) {
    boolean[] kept = new boolean[blocks];
    for (int i = 0; i + 1 < blocks; i += 2) {
      boolean former = random.nextBoolean();
      kept[i] = former;
      kept[i + 1] = !former;
    }
    if (blocks % 2 == 1) {
      kept[blocks - 1] = random.nextBoolean();
    }
    return kept;
  }

  private static PanelFit request(Blocks blocks, PanelFit whole, boolean[] kept) {
    Panel panel =
        switch (blocks) {
          case REGIONS -> regions(whole.panel(), kept);
          case QUARTERS -> quarters(whole, kept);
        };
    return new PanelFit(panel, whole.report(), whole.configuration());
  }

  /** Returns the panel without the outcomes of the quarters that are left out. */
  private static Panel quarters(PanelFit whole, boolean[] kept) {
    Panel panel = whole.panel();
    int weeks = trainWeeks(whole);
    double[][] outcome = new double[panel.regionCount()][];
    for (int r = 0; r < outcome.length; r++) {
      outcome[r] = panel.outcome()[r].clone();
      for (int t = 0; t < weeks; t++) {
        if (!kept[Math.min(kept.length - 1, t * kept.length / weeks)]) {
          outcome[r][t] = Double.NaN;
        }
      }
    }
    return new Panel(
        panel.regions(),
        panel.weeks(),
        outcome,
        panel.channels(),
        panel.controls(),
        panel.revenuePerKpi(),
        panel.population(),
        panel.kpi());
  }

  private static Panel regions(Panel panel, boolean[] kept) {
    List<Panel.Channel> channels = new ArrayList<>();
    for (Panel.Channel channel : panel.channels()) {
      double[][] exposure = rows(channel.exposure(), kept);
      double[][] spend = channel.spend();
      channels.add(
          new Panel.Channel(
              channel.name(),
              exposure,
              spend == null ? null : channel.exposureIsSpend() ? exposure : rows(spend, kept),
              channel.exposureIsSpend(),
              new ChannelSource(channel.source().national(), null)));
    }
    double[] population = panel.population();
    double[][] revenue = panel.revenuePerKpi();
    return new Panel(
        IntStream.range(0, kept.length)
            .filter(r -> kept[r])
            .mapToObj(panel.regions()::get)
            .toList(),
        panel.weeks(),
        rows(panel.outcome(), kept),
        channels,
        panel.controls().stream().map(c -> c.withValue(rows(c.value(), kept))).toList(),
        revenue == null ? null : rows(revenue, kept),
        population == null ? null : chosen(population, kept),
        panel.kpi());
  }

  private static double[][] rows(double[][] rows, boolean[] kept) {
    return IntStream.range(0, rows.length)
        .filter(r -> kept[r])
        .mapToObj(r -> rows[r])
        .toArray(double[][]::new);
  }

  private static double @Nullable [] chosen(double[] values, boolean[] kept) {
    return IntStream.range(0, values.length)
        .filter(r -> kept[r])
        .mapToDouble(r -> values[r])
        .toArray();
  }
}
