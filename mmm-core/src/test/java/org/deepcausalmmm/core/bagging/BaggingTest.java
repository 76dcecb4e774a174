package org.deepcausalmmm.core.bagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.core.analysis.Analysis;
import org.deepcausalmmm.core.analysis.Analyst;
import org.deepcausalmmm.core.bagging.HalfSample.Blocks;
import org.deepcausalmmm.core.executor.InProcessExecutor;
import org.deepcausalmmm.core.executor.PanelFit;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.fit.Progress;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.ComponentDiscovery;
import org.deepcausalmmm.data.DataReport;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.config.FitConfig;
import org.deepcausalmmm.simulation.Simulator;
import org.deepcausalmmm.simulation.World;
import org.deepcausalmmm.simulation.WorldSpec;
import org.junit.jupiter.api.Test;

class BaggingTest {
  private static final Fitter FITTER =
      new Fitter(new ComponentCreator(ComponentDiscovery.fromClassPath()));

  private static PanelFit request(int regions, int weeks, int holdout, long seed) {
    World world =
        Simulator.simulate(
            WorldSpec.builder("small").regions(regions).weeks(weeks).channels(2).build(), seed);
    FitConfig fit = new FitConfig(7, 100, 1, holdout, true, "cpu");
    return new PanelFit(
        world.panel(), new DataReport(0, 0, List.of()), world.configuration().withFit(fit));
  }

  @Test
  void halvesOfRegionsAreTheRestOfEachOther() {
    PanelFit whole = request(7, 60, 0, 3);
    List<HalfSample> halves = HalfSample.of(whole, 4);
    assertThat(halves)
        .extracting(HalfSample::blocks)
        .containsExactly(Blocks.REGIONS, Blocks.REGIONS, Blocks.QUARTERS, Blocks.QUARTERS);
    Panel first = halves.get(0).request().panel();
    Panel second = halves.get(1).request().panel();
    List<String> both = new ArrayList<>(first.regions());
    both.addAll(second.regions());
    assertThat(both).containsExactlyInAnyOrderElementsOf(whole.panel().regions());
    assertThat(first.regionCount()).isBetween(3, 4);
    int at = whole.panel().regions().indexOf(first.regions().get(0));
    assertThat(first.outcome()[0]).isEqualTo(whole.panel().outcome()[at]);
    assertThat(first.channels().get(0).exposure()[0])
        .isEqualTo(whole.panel().channels().get(0).exposure()[at]);
  }

  @Test
  void halvesOfQuartersKeepTheHoldoutAndAllExposure() {
    PanelFit whole = request(1, 65, 13, 3);
    List<HalfSample> halves = HalfSample.of(whole, 4);
    assertThat(halves).extracting(HalfSample::blocks).containsOnly(Blocks.QUARTERS);
    Panel first = halves.get(0).request().panel();
    Panel second = halves.get(1).request().panel();
    for (int t = 0; t < 65; t++) {
      assertThat(first.observed(0, t) && second.observed(0, t)).isEqualTo(t >= 52);
      assertThat(first.observed(0, t) || second.observed(0, t)).isTrue();
    }
    assertThat(first.channels()).isEqualTo(whole.panel().channels());
  }

  @Test
  void intervalsWidenByAsMuchAsHalvesDiffer() {
    PanelFit whole = request(2, 60, 0, 5);
    FittedModel fitted = whole.run(FITTER, Progress.SILENT);
    FittedModel other = request(2, 60, 0, 6).run(FITTER, Progress.SILENT);
    Analysis analysis = new Analyst(FITTER).analyse(fitted, Progress.SILENT);

    List<BaggedChannel> alike = bagged(whole, analysis, List.of(fitted, fitted));
    List<BaggedChannel> unlike = bagged(whole, analysis, List.of(fitted, other));

    for (int c = 0; c < 2; c++) {
      assertThat(alike.get(c).between()).isCloseTo(0, within(1e-9));
      assertThat(alike.get(c).mismatch()).isCloseTo(-1, within(1e-9));
      assertThat(alike.get(c).contribution()).isEqualTo(analysis.channels().get(c).contribution());
      assertThat(unlike.get(c).between()).isPositive();
      assertThat(unlike.get(c).contribution().upper())
          .isGreaterThanOrEqualTo(alike.get(c).contribution().upper());
      assertThat(unlike.get(c).mismatch()).isGreaterThan(alike.get(c).mismatch());
      assertThat(unlike.get(c).contribution().mean()).isEqualTo(alike.get(c).contribution().mean());
    }
  }

  private static List<BaggedChannel> bagged(
      PanelFit whole, Analysis analysis, List<FittedModel> pair) {
    List<FittedModel> answers = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      answers.addAll(pair);
    }
    InProcessExecutor<PanelFit, FittedModel> executor =
        new InProcessExecutor<>((request, progress) -> answers.remove(0));
    return new Bagging(FITTER, executor).run(whole, analysis, 4, Progress.SILENT);
  }
}
