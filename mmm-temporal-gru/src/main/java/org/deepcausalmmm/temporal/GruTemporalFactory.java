package org.deepcausalmmm.temporal;

import java.util.List;
import org.deepcausalmmm.api.ComponentInfo;
import org.deepcausalmmm.api.OptionSpec;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.api.Temporal;
import org.deepcausalmmm.api.TemporalFactory;

/** Creates the component {@code gru}. */
public final class GruTemporalFactory implements TemporalFactory {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo("gru", "1.0.0", "Emits the carry-over kernel by a GRU over the lags.");
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        OptionSpec.integer("hidden", 8, 1, 64, "Size of the network's state."),
        OptionSpec.integer("max_lag", 12, 0, 52, "Weeks by which exposure may act later."));
  }

  @Override
  public Temporal create(Options options) {
    return new GruTemporal(options.integer("max_lag"), options.integer("hidden"));
  }
}
