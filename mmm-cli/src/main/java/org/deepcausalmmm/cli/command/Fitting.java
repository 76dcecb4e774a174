package org.deepcausalmmm.cli.command;

import org.deepcausalmmm.cli.run.RunContent;

/** The way from a file of data to what a run directory holds. */
@FunctionalInterface
public interface Fitting {
  /**
   * Reads, checks, fits and analyses.
   *
   * @throws org.deepcausalmmm.api.MmmException if the data, the configuration or the fit fail
   */
  RunContent fit(FitRequest request, RunListener listener);
}
