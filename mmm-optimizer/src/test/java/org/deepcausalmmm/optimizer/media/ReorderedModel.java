package org.deepcausalmmm.optimizer.media;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deepcausalmmm.api.Edge;
import org.deepcausalmmm.api.StructuralEquations;
import org.deepcausalmmm.core.fit.EffectivenessPath;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.model.ParameterBlock;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.ComponentDiscovery;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.config.ModelConfig;

/** A model of the same data with its channels in another order. */
final class ReorderedModel {
  private final SmallModel model;
  private final List<Integer> order;
  private final MediaModel media;

  private ReorderedModel(SmallModel model, List<Integer> order) {
    this.model = model;
    this.order = order;
    ModelConfig config = model.fitted().configuration().model();
    media =
        new Fitter(new ComponentCreator(ComponentDiscovery.fromClassPath()))
            .mediaModel(config, panel());
  }

  /**
   * Reorders a model.
   *
   * @param order the old place of each channel
   */
  static SmallModel of(SmallModel model, List<Integer> order) {
    ReorderedModel reordered = new ReorderedModel(model, List.copyOf(order));
    return new SmallModel(reordered.fitted(), reordered.media);
  }

  private FittedModel fitted() {
    FittedModel old = model.fitted();
    return new FittedModel(
        old.configuration(),
        new FittedModel.FittedData(panel(), old.dataReport(), old.trainWeeks()),
        new FittedModel.FittedStructure(equations(), List.of()),
        new FittedModel.FittedParameters(
            old.earlier(),
            parameters(old.theta()),
            Arrays.stream(old.draws()).map(this::parameters).toArray(double[][]::new)),
        old.baseline(),
        old.noise(),
        new EffectivenessPath(
            columns(old.effectiveness()),
            columns(old.effectivenessSd()),
            columns(new double[][] {old.effectivenessPath().later()})[0]),
        old.record());
  }

  private Panel panel() {
    Panel panel = model.fitted().panel();
    return panel.withChannels(order.stream().map(panel.channels()::get).toList());
  }

  private StructuralEquations equations() {
    StructuralEquations old = model.fitted().equations();
    return new StructuralEquations(
        columns(new double[][] {old.ownEffect()})[0],
        old.edges().stream()
            .map(
                edge ->
                    new Edge(
                        order.indexOf(edge.from()),
                        order.indexOf(edge.to()),
                        edge.weight(),
                        edge.decay(),
                        edge.kind()))
            .toList());
  }

  private double[][] columns(double[][] rows) {
    return Arrays.stream(rows)
        .map(row -> order.stream().mapToDouble(c -> row[c]).toArray())
        .toArray(double[][]::new);
  }

  private double[] parameters(double[] old) {
    double[] moved = old.clone();
    for (ParameterBlock block : media.layout().blocks()) {
      for (int channel : block.channels()) {
        ParameterBlock before =
            model
                .media()
                .layout()
                .find(block.kind(), block.spec().name(), order.get(channel))
                .orElseThrow();
        int to = block.channels().indexOf(channel);
        int from = before.channels().indexOf(order.get(channel));
        for (int region : IntStream.range(0, block.regions()).toArray()) {
          System.arraycopy(
              old, before.index(region, from), moved, block.index(region, to), block.innerSize());
        }
      }
    }
    return moved;
  }
}
