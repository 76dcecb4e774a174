package org.deepcausalmmm.core.fit;

import ai.djl.ndarray.NDArray;
import org.deepcausalmmm.core.model.MediaModel;

/** Quantities that are all the same number, to find out which ones priors ask for. */
class ProbedQuantities extends NamedQuantities {
  private static final double SOME = 0.5;

  ProbedQuantities(TrainingData data, MediaModel model, NDArray theta) {
    super(data, model, theta);
  }

  @Override
  public NDArray mediaShare() {
    return scalar(SOME);
  }

  @Override
  public NDArray contributionShare(String channel) {
    index(channel);
    return scalar(SOME);
  }

  @Override
  public NDArray roi(String channel) {
    spend(index(channel));
    return scalar(SOME);
  }

  @Override
  public NDArray marginalRoi(String channel) {
    return roi(channel);
  }

  @Override
  public NDArray dataLoss() {
    return scalar(SOME);
  }
}
