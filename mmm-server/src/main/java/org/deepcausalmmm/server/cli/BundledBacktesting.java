package org.deepcausalmmm.server.cli;

import java.util.function.Supplier;
import org.deepcausalmmm.core.backtest.Backtest;
import org.deepcausalmmm.core.backtest.Backtester;
import org.deepcausalmmm.core.config.ConfigurationWriter;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.Components;

/** Backtests with the core. */
final class BundledBacktesting implements Backtesting {
  private final Supplier<Components> components;

  BundledBacktesting(Supplier<Components> components) {
    this.components = components;
  }

  @Override
  public Result run(FitRequest request, int origins, int horizon, RunListener listener) {
    DataSource source =
        DataSource.read(request.data(), request.config(), request.overrides(), listener);
    Backtester backtester = new Backtester(new Fitter(new ComponentCreator(components.get())));
    Backtest backtest =
        backtester.run(source.table(), source.configuration(), origins, horizon, listener);
    return new Result(backtest, new ConfigurationWriter().write(source.configuration()));
  }
}
