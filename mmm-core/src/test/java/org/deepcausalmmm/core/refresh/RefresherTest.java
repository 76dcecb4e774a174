package org.deepcausalmmm.core.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.deepcausalmmm.core.analysis.Analyst;
import org.deepcausalmmm.core.analysis.ChannelEffect;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.fit.Progress;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.ComponentDiscovery;
import org.deepcausalmmm.data.CheckedPanel;
import org.deepcausalmmm.data.DataReport;
import org.deepcausalmmm.data.Gaps;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.data.config.FitConfig;
import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.simulation.Simulator;
import org.deepcausalmmm.simulation.World;
import org.deepcausalmmm.simulation.WorldSpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefresherTest {
  private static final int NEW_WEEKS = 4;
  private static final DataReport REPORT = new DataReport(0, 0, List.of());
  private static final Fitter FITTER =
      new Fitter(new ComponentCreator(ComponentDiscovery.fromClassPath()));

  /** A fit, its refresh with more weeks, and the changes of ROI. */
  private record Refreshed(FittedModel before, FittedModel after, List<RoiChange> changes) {
    double meanMove() {
      return changes.stream().mapToDouble(c -> Math.abs(c.relative())).average().orElseThrow();
    }
  }

  private static Refreshed refresh(World world, int draws, boolean quick) {
    Panel panel = world.panel();
    FitConfig defaults = FitConfig.defaults();
    Configuration configuration =
        new Configuration(
            world.dataConfig(),
            world.configuration().model(),
            new FitConfig(defaults.seed(), draws, 1, 0, quick, "cpu"));
    FittedModel before =
        FITTER.fit(
            panel.firstWeeks(panel.weekCount() - NEW_WEEKS),
            REPORT,
            configuration,
            Progress.SILENT);
    FittedModel after =
        new Refresher(FITTER)
            .refresh(before, new CheckedPanel(panel, REPORT, Gaps.none(), 0), Progress.SILENT);
    Map<String, Interval> roi = new HashMap<>();
    channels(before).forEach(c -> roi.put(c.channel(), java.util.Objects.requireNonNull(c.roi())));
    return new Refreshed(before, after, RoiChange.between(roi, channels(after)));
  }

  private static List<ChannelEffect> channels(FittedModel model) {
    return new Analyst(FITTER).analyse(model, Progress.SILENT).channels();
  }

  @Test
  void movesLittleInAStationaryWorld() {
    WorldSpec spec = WorldSpec.builder("stationary").regions(6).weeks(90).channels(3).build();
    World world = Simulator.simulate(spec, 5);
    Refreshed refreshed = refresh(world, 20, true);
    assertThat(refreshed.changes()).hasSize(3);
    assertThat(refreshed.meanMove()).isBetween(1e-6, 0.1);
    assertThat(refreshed.after().panel().weekCount()).isEqualTo(90);
    assertThat(refreshed.after().configuration()).isEqualTo(refreshed.before().configuration());
    assertThat(refreshed.after().edges()).isEqualTo(refreshed.before().edges());
  }

  @Tag("benchmark")
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void takesAtMostHalfTheTimeOfAFreshFit(long seed) {
    WorldSpec spec = WorldSpec.builder("stationary").regions(20).weeks(108).channels(6).build();
    World world = Simulator.simulate(spec, seed);
    Refreshed refreshed = refresh(world, 200, false);
    FittedModel fresh =
        FITTER.fit(world.panel(), REPORT, refreshed.before().configuration(), Progress.SILENT);
    Map<String, Interval> afresh = new HashMap<>();
    channels(fresh)
        .forEach(c -> afresh.put(c.channel(), java.util.Objects.requireNonNull(c.roi())));
    double apart =
        RoiChange.between(afresh, channels(refreshed.after())).stream()
            .mapToDouble(c -> Math.abs(c.relative()))
            .average()
            .orElseThrow();
    double ratio = refreshed.after().record().seconds() / fresh.record().seconds();
    System.out.printf(
        Locale.ROOT,
        "seed %d: ROI moved by %.3f (%.3f from a fresh fit), %d of %d left their interval; %.1f s"
            + " instead of %.1f s%n",
        seed,
        refreshed.meanMove(),
        apart,
        refreshed.changes().stream().filter(c -> !c.inside()).count(),
        refreshed.changes().size(),
        refreshed.after().record().seconds(),
        fresh.record().seconds());
    assertThat(ratio).isLessThanOrEqualTo(0.5);
    assertThat(refreshed.meanMove()).isLessThanOrEqualTo(0.1);
  }
}
