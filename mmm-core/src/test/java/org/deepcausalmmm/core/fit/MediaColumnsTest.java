package org.deepcausalmmm.core.fit;

import static org.assertj.core.api.Assertions.assertThat;

import org.deepcausalmmm.core.baseline.Variances;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.model.ParameterPriors;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.ComponentDiscovery;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.config.ModelConfig;
import org.junit.jupiter.api.Test;

class MediaColumnsTest {
  private final Panel bought = SmallWorld.of(8, 60, 3, 0.03, 5).panel();

  @Test
  void spendRevealsDemand() {
    assertThat(revealDemand(bought)).isTrue();
  }

  @Test
  void exposuresOfUnknownCostRevealNoDemand() {
    Panel seen =
        new Panel(
            bought.regions(),
            bought.weeks(),
            bought.outcome(),
            bought.channels().stream()
                .map(c -> new Panel.Channel(c.name(), c.exposure(), null, false))
                .toList(),
            bought.controls(),
            bought.revenuePerKpi(),
            bought.population(),
            bought.kpi());
    assertThat(revealDemand(seen)).isFalse();
  }

  private static boolean revealDemand(Panel panel) {
    MediaModel model =
        new Fitter(new ComponentCreator(ComponentDiscovery.fromClassPath()))
            .mediaModel(ModelConfig.defaults(), panel);
    MediaColumns columns =
        new MediaColumns(
            TrainingData.of(panel, panel.weekCount()),
            model,
            new ParameterPriors(model.layout()),
            new int[0]);
    return columns
        .withDemand(new Variances(0.01, 0.05, 0.7, 0.03), MediaColumns.FIRST_ELASTICITY)
        .revealDemand();
  }
}
