package org.deepcausalmmm.temporal;

import java.util.List;
import org.deepcausalmmm.api.ComponentInfo;
import org.deepcausalmmm.api.OptionSpec;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.api.Temporal;
import org.deepcausalmmm.api.TemporalFactory;

/** Creates the component {@code delayed}. */
public final class DelayedTemporalFactory implements TemporalFactory {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo("delayed", "1.0.0", "Lets the effect peak some weeks later.");
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        OptionSpec.integer("max_lag", 12, 0, 52, "Weeks by which exposure may act later."));
  }

  @Override
  public Temporal create(Options options) {
    return new DelayedTemporal(options.integer("max_lag"));
  }
}
