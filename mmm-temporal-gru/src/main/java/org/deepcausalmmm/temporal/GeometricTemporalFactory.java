package org.deepcausalmmm.temporal;

import java.util.List;
import org.deepcausalmmm.api.ComponentInfo;
import org.deepcausalmmm.api.OptionSpec;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.api.Temporal;
import org.deepcausalmmm.api.TemporalFactory;

/** Creates the component {@code geometric}. */
public final class GeometricTemporalFactory implements TemporalFactory {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo(
        "geometric", "1.0.0", "Lets the effect fade by the same factor every week.");
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        OptionSpec.integer("max_lag", 12, 0, 52, "Weeks by which exposure may act later."));
  }

  @Override
  public Temporal create(Options options) {
    return new GeometricTemporal(options.integer("max_lag"));
  }
}
