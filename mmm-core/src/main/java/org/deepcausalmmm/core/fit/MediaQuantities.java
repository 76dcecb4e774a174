package org.deepcausalmmm.core.fit;

import ai.djl.ndarray.NDArray;
import org.deepcausalmmm.core.model.MediaGraph;
import org.deepcausalmmm.core.model.MediaModel;

/** The quantities that priors name, computed from the present state of the model. */
final class MediaQuantities extends NamedQuantities {
  /** Relative increase of the spend over which the marginal ROI is taken. */
  private static final double STEP = 0.01;

  private final Evaluation at;
  private final OutcomeUnits units;
  private final double dataLoss;

  /** The model's state at media parameters. */
  record Evaluation(MediaGraph graph, NDArray theta, MediaGraph.MediaState state) {}

  MediaQuantities(
      TrainingData data, MediaModel model, Evaluation at, OutcomeUnits units, double dataLoss) {
    super(data, model, at.theta());
    this.at = at;
    this.units = units;
    this.dataLoss = dataLoss;
  }

  @Override
  public NDArray mediaShare() {
    return at.state().media().mul(units.share()).sum();
  }

  @Override
  public NDArray contributionShare(String channel) {
    return change(index(channel), 0).mul(units.share()).sum().neg();
  }

  @Override
  public NDArray roi(String channel) {
    int c = index(channel);
    return change(c, 0).mul(units.value()).sum().div(-spend(c));
  }

  @Override
  public NDArray marginalRoi(String channel) {
    int c = index(channel);
    return change(c, 1 + STEP).mul(units.value()).sum().div(STEP * spend(c));
  }

  @Override
  public NDArray dataLoss() {
    return scalar(dataLoss);
  }

  private NDArray change(int channel, double multiplier) {
    return at.graph()
        .change(at.theta(), at.state(), channel, new double[] {multiplier}, true)
        .squeeze(0);
  }
}
