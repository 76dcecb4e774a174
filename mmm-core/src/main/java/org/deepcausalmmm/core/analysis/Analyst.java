package org.deepcausalmmm.core.analysis;

import java.util.List;
import org.deepcausalmmm.core.engine.ComputeEngine;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.fit.Progress;
import org.deepcausalmmm.core.fit.TrainingData;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.data.estimate.Interval;

/** The assembly of an {@link Analysis} from a fitted model. */
public final class Analyst {
  private final Fitter fitter;

  /** Creates an analyst for models of a fitter. */
  public Analyst(Fitter fitter) {
    this.fitter = fitter;
  }

  /** Returns the results of a fitted model, without health checks. */
  public Analysis analyse(FittedModel fitted, Progress progress) {
    ComputeEngine engine =
        ComputeEngine.start(
            fitted.configuration().fit().device(), fitted.configuration().fit().threads());
    Counterfactuals counterfactuals =
        new Counterfactuals(engine, fitted, fitter.mediaModel(fitted), progress);
    List<ChannelEffect> channels = counterfactuals.channels();
    List<Contribution> contributions = counterfactuals.contributions();
    Prediction prediction = counterfactuals.prediction();
    Interval mediaShare = counterfactuals.mediaShare();
    Scorer scorer = new Scorer(fitted.panel(), fitted.trainWeeks());
    FitScores train = scorer.train(prediction);
    HoldoutScores holdout =
        fitted.trainWeeks() < fitted.panel().weekCount() ? scorer.holdout(prediction) : null;
    return new Analysis(
        fitted.panel(),
        fitted.dataReport(),
        asFitted(fitted),
        channels,
        contributions,
        prediction,
        counterfactuals.responseCurves(),
        fitted.edges(),
        counterfactuals.parameters(),
        counterfactuals.carryover(),
        counterfactuals.effectiveness(),
        mediaShare,
        TrainingData.of(fitted.panel(), fitted.trainWeeks()).outcomeTotal(),
        train,
        holdout,
        List.of(),
        counterfactuals.leadInWeeks(),
        fitted.season(),
        fitted.record().seconds());
  }

  /**
   * Returns the configuration with the actual number of draws; a refresh takes fewer than a fit.
   */
  private static Configuration asFitted(FittedModel fitted) {
    Configuration own = fitted.configuration();
    int draws = fitted.draws().length;
    return draws == 0 ? own : own.withFit(own.fit().withDraws(draws));
  }
}
