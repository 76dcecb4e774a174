package org.deepcausalmmm.core.refresh;

import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.fit.Progress;
import org.deepcausalmmm.data.CheckedPanel;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.PeriodWords;

/** The refresh of fitted models with data that have more weeks. */
public final class Refresher {
  private final Fitter fitter;

  /** Creates a refresher for models of a fitter. */
  public Refresher(Fitter fitter) {
    this.fitter = fitter;
  }

  /**
   * Returns a model refreshed with the same configuration and seed.
   *
   * @param data the weeks of the model, unchanged as far as they were given, and new ones after
   *     them
   * @throws MmmException with code MMM-DATA-421 to 423 if the data do not continue the model's, or
   *     the first error of their report
   */
  public FittedModel refresh(FittedModel before, CheckedPanel data, Progress progress) {
    Panel panel = Fitter.withResponsesOf(before.panel(), data.usable());
    HistoryCheck history = new HistoryCheck(before.panel(), panel, data.gaps());
    PeriodWords.of(panel)
        .during(
            () -> {
              history.require();
              return panel;
            });
    return fitter.refresh(before, panel, data.report(), progress);
  }
}
