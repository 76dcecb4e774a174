package org.deepcausalmmm.core.experiment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.deepcausalmmm.core.engine.ComputeEngine;
import org.deepcausalmmm.core.model.MediaGraph;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.model.ScenarioGraph;

/** An experiment as the model simulates it, by the tensor engine. */
public final class ExperimentGraph {
  private final SimulatedExperiment experiment;
  private final List<ScenarioGraph> without;
  private final NDArray factual;

  /**
   * Binds an experiment to a model.
   *
   * @param manager owns the arrays
   * @param regions number of regions
   */
  public ExperimentGraph(
      SimulatedExperiment experiment,
      MediaModel model,
      NDManager manager,
      DataType type,
      int regions) {
    this.experiment = experiment;
    without =
        experiment.without().stream()
            .map(series -> new ScenarioGraph(model, manager, type, series, regions))
            .toList();
    double[] weight = experiment.factual();
    Shape shape = new Shape(regions, weight.length / regions, 1);
    factual = ComputeEngine.array(manager, weight, type, shape);
  }

  /** Returns the lift that the model simulates, in units of the outcome. */
  public NDArray lift(NDArray theta, MediaGraph.MediaState state) {
    NDArray lift = theta.get("0:1").sum().mul(0);
    for (int i = 0; i < without.size(); i++) {
      int c = experiment.without().get(i).channel();
      NDArray column = state.contribution().get(":, :, " + c + ":" + (c + 1));
      lift = lift.add(column.mul(factual).sum()).sub(without.get(i).sum(theta, state));
    }
    return lift;
  }

  /** Returns the negative log likelihood, without its constant. */
  public NDArray energy(NDArray theta, MediaGraph.MediaState state) {
    double scale = Math.sqrt(experiment.variance());
    return lift(theta, state).div(scale).sub(experiment.estimate() / scale).square().mul(0.5);
  }

  /** Returns the experiment. */
  public SimulatedExperiment experiment() {
    return experiment;
  }
}
