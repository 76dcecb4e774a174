package org.deepcausalmmm.server.cli;

import org.deepcausalmmm.core.backtest.Backtest;

/** Tries a model on the past. */
@FunctionalInterface
public interface Backtesting {
  /**
   * Is a backtest with the configuration that reproduces it.
   *
   * @param configuration YAML
   */
  record Result(Backtest backtest, String configuration) {}

  /**
   * Reads, and fits and forecasts at every origin.
   *
   * @param origins how many
   * @param horizon how many weeks are forecast from each
   * @throws org.deepcausalmmm.api.MmmException if the data, the configuration or a fit fail
   */
  Result run(FitRequest request, int origins, int horizon, RunListener listener);
}
