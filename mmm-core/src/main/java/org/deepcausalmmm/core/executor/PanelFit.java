package org.deepcausalmmm.core.executor;

import java.util.Optional;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.fit.Progress;
import org.deepcausalmmm.data.DataReport;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.config.Configuration;

/**
 * The request of a fit to a panel.
 *
 * @param before the model to continue, under its own configuration; empty for a fresh fit
 */
public record PanelFit(
    Panel panel, DataReport report, Configuration configuration, Optional<FittedModel> before) {
  /** Requests a fresh fit. */
  public PanelFit(Panel panel, DataReport report, Configuration configuration) {
    this(panel, report, configuration, Optional.empty());
  }

  /** Returns the fitted model. */
  public FittedModel run(Fitter fitter, Progress progress) {
    return before.isPresent()
        ? fitter.refresh(before.get(), panel, report, progress)
        : fitter.fit(panel, report, configuration, progress);
  }
}
