package org.deepcausalmmm.temporal;

import java.util.List;
import org.deepcausalmmm.api.ComponentInfo;
import org.deepcausalmmm.api.OptionSpec;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.api.Temporal;
import org.deepcausalmmm.api.TemporalFactory;

/** The factory of {@code delayed}: the effect peaks some weeks after the exposure. */
public final class DelayedFactory implements TemporalFactory {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo(
        "delayed", "1.0.0", "Carry-over that builds up to a peak and decays on both sides of it.");
  }

  @Override
  public List<OptionSpec> options() {
    return EffectivenessOptions.appendedTo(
        Kernels.maxLagOption(1),
        OptionSpec.number(
            "max_delay",
            6,
            0.5,
            52,
            "Greatest number of weeks to the peak, in months for monthly rows if left open; max_lag"
                + " if that is less."),
        RowPeriod.option());
  }

  @Override
  public Temporal create(Options options) {
    int maxLag = options.integer("max_lag");
    double maxDelay = Math.min(maxLag, options.number("max_delay"));
    return new DelayedKernel(
        maxLag, maxDelay, RowPeriod.of(options), EffectivenessOptions.read(options));
  }
}
