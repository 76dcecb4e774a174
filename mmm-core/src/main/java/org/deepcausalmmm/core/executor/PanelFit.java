package org.deepcausalmmm.core.executor;

import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.fit.Progress;
import org.deepcausalmmm.data.DataReport;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.config.Configuration;

/** The request of a fit to a panel. */
public record PanelFit(Panel panel, DataReport report, Configuration configuration) {
  /** Returns the fitted model. */
  public FittedModel run(Fitter fitter, Progress progress) {
    return fitter.fit(panel, report, configuration, progress);
  }
}
