package org.deepcausalmmm.core.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.core.analysis.Counterfactuals;
import org.deepcausalmmm.core.engine.ComputeEngine;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.ComponentDiscovery;
import org.deepcausalmmm.data.DataReport;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.data.config.FitConfig;
import org.deepcausalmmm.data.config.ModelConfig;
import org.deepcausalmmm.data.config.ModelConfig.ComponentChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Media never contribute more than the whole outcome, whatever their priors. */
class GreatestShareTest {
  private static final Panel PANEL = SmallWorld.of(1, 60, 3, 0.03, 3).panel();
  private static final Fitter FITTER =
      new Fitter(new ComponentCreator(ComponentDiscovery.fromClassPath()));

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void mediaStayBelowTheOutcomeUnderPriorsOfTwiceTheOutcome(boolean quick) {
    assertPossible(fit(quick, returns(2, 0.05), false));
  }

  @Test
  void mediaStayBelowTheOutcomeUnderWeakPriors() {
    assertPossible(fit(true, List.of(), true));
  }

  @Test
  void rejectsPriorsThatImplyMoreThanTheOutcome() {
    assertThatThrownBy(() -> fit(true, returns(2, 1e-4), false))
        .isInstanceOfSatisfying(
            MmmException.class, e -> assertThat(e.code()).isEqualTo("MMM-FIT-002"))
        .hasMessageContaining("The priors imply that media cause");
  }

  private static void assertPossible(FittedModel fitted) {
    Counterfactuals effects =
        new Counterfactuals(
            ComputeEngine.start("cpu", 1), fitted, FITTER.mediaModel(fitted), Progress.SILENT);
    assertThat(effects.mediaShare().mean()).isLessThan(1);
    assertThat(effects.mediaShare().upper()).isLessThan(1);
    assertThat(effects.channels()).allMatch(c -> c.share().upper() < 1);
  }

  /** Returns a prior under which one channel contributes a multiple of the outcome. */
  private static List<ComponentChoice> returns(double multiple, double relativeSd) {
    double outcome = Arrays.stream(PANEL.outcome()[0]).sum();
    Panel.Channel channel = PANEL.channels().get(0);
    double roi = multiple * outcome / Arrays.stream(channel.planned()[0]).sum();
    Map<String, Object> options =
        Map.of("channel", channel.name(), "mean", roi, "sd", relativeSd * roi);
    return List.of(new ComponentChoice("roi", options, Map.of()));
  }

  private static FittedModel fit(boolean quick, List<ComponentChoice> priors, boolean weak) {
    ModelConfig defaults = ModelConfig.defaults();
    ModelConfig model =
        new ModelConfig(
            defaults.temporal(),
            defaults.structure(),
            defaults.edges(),
            defaults.saturation(),
            defaults.loss(),
            priors,
            weak);
    Configuration configuration =
        new Configuration(PanelRoles.of(PANEL), model, new FitConfig(7, 100, 1, 0, quick, "cpu"));
    return FITTER.fit(PANEL, new DataReport(0, 0, List.of()), configuration, Progress.SILENT);
  }
}
