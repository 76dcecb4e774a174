package org.deepcausalmmm.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.ComponentDiscovery;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.data.config.ModelConfig;
import org.deepcausalmmm.simulation.Scenario;
import org.deepcausalmmm.simulation.Simulator;
import org.deepcausalmmm.validation.RecoverySummary.Mean;
import org.deepcausalmmm.validation.TrialResult.Recovered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AblationTest {
  private static final Configuration CONFIGURATION =
      Simulator.simulate(Scenario.LIFT.spec(), 1).configuration();

  @Test
  void eachModelLacksOnePartAndNothingElse() {
    ModelConfig full = CONFIGURATION.model();
    assertThat(Ablation.FULL.applyTo(CONFIGURATION)).isEqualTo(CONFIGURATION);
    assertThat(model(Ablation.NO_GRU).temporal().type()).isEqualTo("geometric");
    assertThat(model(Ablation.NO_GRU).saturation()).isEqualTo(full.saturation());
    assertThat(model(Ablation.NO_GRAPH).structure().type()).isEqualTo("independent");
    assertThat(model(Ablation.NO_GRAPH).temporal()).isEqualTo(full.temporal());
    assertThat(model(Ablation.NO_SATURATION).saturation().type()).isEqualTo("none");
    assertThat(model(Ablation.GAUSSIAN).loss().type()).isEqualTo("gaussian");
    assertThat(model(Ablation.GAUSSIAN).experiments()).isEqualTo(full.experiments()).hasSize(1);
    assertThat(model(Ablation.NO_PRIORS).experiments()).isEmpty();
    assertThat(model(Ablation.NO_PRIORS).weakBeliefs()).isTrue();
    assertThat(model(Ablation.GAUSSIAN).weakBeliefs()).isFalse();
    assertThat(model(Ablation.CONSTANT).temporal().type()).isEqualTo(full.temporal().type());
    assertThat(model(Ablation.CONSTANT).temporal().options())
        .containsEntry("effectiveness", "none");
    assertThat(model(Ablation.GRU_EFFECTIVENESS).temporal().options())
        .containsEntry("effectiveness", "gru");
  }

  private static ModelConfig model(Ablation ablation) {
    return ablation.applyTo(CONFIGURATION).model();
  }

  @Test
  void everyModelIsOneThatCanBeFitted() {
    ComponentCreator creator = new ComponentCreator(ComponentDiscovery.fromClassPath());
    for (Ablation ablation : Ablation.values()) {
      ModelConfig model = model(ablation);
      assertThat(creator.temporal(model.temporal()).maxLag()).as(ablation.id()).isEqualTo(26);
      assertThat(creator.structure(model.structure())).isNotNull();
      assertThat(creator.saturation(model.saturation())).isNotNull();
      assertThat(creator.loss(model.loss())).isNotNull();
    }
  }

  @Test
  void modelsAreComparedWorldByWorld() {
    Mean mean = summary().difference(Ablation.NO_GRU, Metric.CONTRIBUTION_ERROR);
    assertThat(mean.worlds()).isEqualTo(2);
    assertThat(mean.value()).isCloseTo(0.15, within(1e-12));
    assertThat(mean.standardError()).isCloseTo(0.05, within(1e-12));
    assertThat(summary().difference(Ablation.GAUSSIAN, Metric.CONTRIBUTION_ERROR).worlds())
        .isZero();
  }

  @Test
  void theTableHasARowForEachModelAndAColumnForEachScenario() {
    List<List<String>> cells = AblationTable.cells(summary());
    assertThat(cells.get(0)).startsWith("model", "a", "b", "overall");
    assertThat(cells.get(1)).startsWith("full", "0.100", "0.500", "0.300", "-");
    assertThat(cells.get(2)).startsWith("no-gru", "0.200", "0.700", "0.450", "+0.150 (0.050)");
  }

  @Test
  void theComparisonIsWrittenWithTheModelInFront(@TempDir Path directory) throws IOException {
    RecoveryWriter.write(summary(), directory);
    assertThat(Files.readAllLines(directory.resolve("worlds.csv")))
        .hasSize(5)
        .anyMatch(line -> line.startsWith("model,world,scenario"))
        .anyMatch(line -> line.startsWith("no-gru,b-1,b,3,0.7"));
    assertThat(Files.readAllLines(directory.resolve("ablation.md")).get(2))
        .startsWith("| full | 0.100 | 0.500 |");
    assertThat(directory.resolve("summary.json")).content().contains("\"no-gru\"");
  }

  private static AblationSummary summary() {
    Map<Ablation, RecoverySummary> summaries = new EnumMap<>(Ablation.class);
    summaries.put(Ablation.NO_GRU, RecoverySummary.of(List.of(world("a", 0.2), world("b", 0.7))));
    summaries.put(Ablation.FULL, RecoverySummary.of(List.of(world("a", 0.1), world("b", 0.5))));
    return new AblationSummary(summaries);
  }

  private static Recovered world(String scenario, double error) {
    return new Recovered(
        scenario + "-1",
        scenario,
        HandMade.truth(),
        HandMade.estimate(),
        Map.of(Metric.CONTRIBUTION_ERROR, error));
  }
}
