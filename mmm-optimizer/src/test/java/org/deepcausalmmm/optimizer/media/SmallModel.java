package org.deepcausalmmm.optimizer.media;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.fit.Progress;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.ComponentDiscovery;
import org.deepcausalmmm.data.DataReport;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.data.config.FitConfig;
import org.deepcausalmmm.data.config.ModelConfig;
import org.deepcausalmmm.simulation.Simulator;
import org.deepcausalmmm.simulation.World;
import org.deepcausalmmm.simulation.WorldSpec;

/** A model that was fitted with `--quick` to a small simulated world. */
record SmallModel(FittedModel fitted, MediaModel media) {
  private static final Fitter FITTER =
      new Fitter(new ComponentCreator(ComponentDiscovery.fromClassPath()));

  private static World world() {
    return Simulator.simulate(
        WorldSpec.builder("small").regions(3).weeks(80).channels(4).edges(1).build(), 5);
  }

  /** Fits four channels in three regions as if none drove another. */
  static SmallModel independent() {
    return Independent.MODEL;
  }

  /** Fits the same with the edge that the world has. */
  static SmallModel coupled() {
    return Coupled.MODEL;
  }

  /** The model of independent channels, fitted once in a JVM. */
  private static final class Independent {
    static final SmallModel MODEL = of(List.of());
  }

  /** The model of coupled channels, fitted once in a JVM. */
  private static final class Coupled {
    static final SmallModel MODEL =
        of(
            requireNonNull(world().truth().edges()).stream()
                .map(edge -> edge.from() + " -> " + edge.to())
                .toList());
  }

  private static SmallModel of(List<String> edges) {
    World world = world();
    ModelConfig standard = ModelConfig.defaults();
    ModelConfig model =
        new ModelConfig(
            standard.temporal(),
            edges.isEmpty() ? ModelConfig.ComponentChoice.of("independent") : standard.structure(),
            new ModelConfig.EdgeRules(edges, List.of(), List.of(), List.of()),
            standard.saturation(),
            standard.loss(),
            List.of());
    FitConfig fit = new FitConfig(7, 12, 1, 0, true, "cpu");
    Configuration configuration = new Configuration(world.dataConfig(), model, fit);
    FittedModel fitted =
        FITTER.fit(world.panel(), new DataReport(0, 0, List.of()), configuration, Progress.SILENT);
    return new SmallModel(fitted, FITTER.mediaModel(fitted));
  }

  List<String> channels() {
    return fitted.panel().channelNames();
  }

  MediaPlan plan(PlanRequest request) {
    return new MediaPlanner(fitted, media, Progress.SILENT).plan(request);
  }
}
