package org.deepcausalmmm.core.fit;

import ai.djl.ndarray.NDArray;
import org.deepcausalmmm.core.model.MediaGraph;
import org.deepcausalmmm.core.model.MediaModel;

/** Computes the quantities that priors speak of from the model's present state. */
final class MediaQuantities extends NamedQuantities {
  private static final double STEP = 0.01;

  private final MediaGraph graph;
  private final NDArray theta;
  private final MediaGraph.State state;
  private final NDArray outcomeShare;
  private final NDArray value;
  private final double dataLoss;

  /**
   * Binds the quantities to a state.
   *
   * @param outcomeShare [region, week]: what a unit of relative outcome is of the total outcome
   * @param value [region, week]: what a unit of relative outcome is worth
   */
  MediaQuantities(
      TrainingData data,
      MediaModel model,
      MediaGraph graph,
      NDArray theta,
      MediaGraph.State state,
      NDArray outcomeShare,
      NDArray value,
      double dataLoss) {
    super(data, model, theta);
    this.graph = graph;
    this.theta = theta;
    this.state = state;
    this.outcomeShare = outcomeShare;
    this.value = value;
    this.dataLoss = dataLoss;
  }

  @Override
  public NDArray mediaShare() {
    return state.media().mul(outcomeShare).sum();
  }

  @Override
  public NDArray contributionShare(String channel) {
    return change(index(channel), 0).mul(outcomeShare).sum().neg();
  }

  @Override
  public NDArray roi(String channel) {
    int c = index(channel);
    return change(c, 0).mul(value).sum().div(-spend(c));
  }

  @Override
  public NDArray marginalRoi(String channel) {
    int c = index(channel);
    return change(c, 1 + STEP).mul(value).sum().div(STEP * spend(c));
  }

  @Override
  public NDArray dataLoss() {
    return scalar(dataLoss);
  }

  private NDArray change(int channel, double multiplier) {
    return graph.change(theta, state, channel, new double[] {multiplier}, true).squeeze(0);
  }
}
