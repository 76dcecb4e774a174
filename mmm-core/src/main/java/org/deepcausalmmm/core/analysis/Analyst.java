package org.deepcausalmmm.core.analysis;

import java.util.List;
import org.deepcausalmmm.core.engine.ComputeEngine;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.fit.Progress;
import org.deepcausalmmm.core.fit.TrainingData;
import org.deepcausalmmm.data.config.Configuration;

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
    MediaResults media =
        new MediaResults(
            counterfactuals.channels(),
            counterfactuals.mediaShare(),
            counterfactuals.responseCurves(),
            counterfactuals.carryover(),
            counterfactuals.effectiveness(),
            fitted.edges(),
            List.of(),
            counterfactuals.channelDraws());
    return new Analysis(
        fitted.panel(),
        fitted.dataReport(),
        asFitted(fitted),
        media,
        outcome(fitted, counterfactuals),
        counterfactuals.parameters(),
        new FitFacts(
            counterfactuals.leadInWeeks(),
            fitted.form(),
            fitted.record().rejectedLosses(),
            fitted.record().seconds(),
            counterfactuals.sampling(),
            new ExperimentAnalyst(fitted, fitter.mediaModel(fitted)).compare(engine)),
        List.of());
  }

  private static OutcomeResults outcome(FittedModel fitted, Counterfactuals counterfactuals) {
    Prediction prediction = counterfactuals.prediction();
    Scorer scorer = new Scorer(fitted.panel(), fitted.trainWeeks());
    boolean held = fitted.trainWeeks() < fitted.panel().weekCount();
    return new OutcomeResults(
        counterfactuals.contributions(),
        counterfactuals.treatments(),
        prediction,
        TrainingData.of(fitted.panel(), fitted.trainWeeks()).outcomeTotal(),
        scorer.train(prediction),
        held ? scorer.holdout(prediction) : null);
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
