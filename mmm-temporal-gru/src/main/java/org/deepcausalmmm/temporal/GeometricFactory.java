package org.deepcausalmmm.temporal;

import java.util.List;
import org.deepcausalmmm.api.ComponentInfo;
import org.deepcausalmmm.api.OptionSpec;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.api.Temporal;
import org.deepcausalmmm.api.TemporalFactory;

/** The factory of {@code geometric}: the same share of the effect remains from week to week. */
public final class GeometricFactory implements TemporalFactory {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo(
        "geometric", "1.0.0", "Carry-over that falls by the same factor every week.");
  }

  @Override
  public List<OptionSpec> options() {
    return EffectivenessOptions.appendedTo(Kernels.maxLagOption(0), RowPeriod.option());
  }

  @Override
  public Temporal create(Options options) {
    return new GeometricKernel(
        options.integer("max_lag"), RowPeriod.of(options), EffectivenessOptions.read(options));
  }
}
