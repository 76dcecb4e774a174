package org.deepcausalmmm.optimizer.media;

import org.deepcausalmmm.core.planning.FutureMedia;
import org.deepcausalmmm.core.planning.FutureWeeks;

/** The incremental outcome of spend in every draw, directly from a fitted model. */
record MediaDrawsProbe(FutureMedia media, FutureWeeks window) {
  MediaDrawsProbe(SmallModel model, int first, int weeks) {
    this(
        new FutureMedia(
            model.fitted(),
            model.media(),
            new FutureWeeks(first, weeks),
            FutureMedia.Unit.OUTCOME,
            1000),
        new FutureWeeks(first, weeks));
  }

  double[] outcomes(double[][][] spend) {
    return ChannelViews.draws(media, spend);
  }

  /** Returns how the model's planner spreads decisions over regions and weeks. */
  SpendMap map(SmallModel model, PlanBy by) {
    return PaidHistory.of(model.fitted().panel(), media, window).asPresent(by);
  }
}
