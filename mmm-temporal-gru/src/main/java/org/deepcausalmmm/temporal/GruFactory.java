package org.deepcausalmmm.temporal;

import java.util.List;
import org.deepcausalmmm.api.ComponentInfo;
import org.deepcausalmmm.api.OptionSpec;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.api.Temporal;
import org.deepcausalmmm.api.TemporalFactory;

/** The factory of {@code gru}: a geometric carry-over that a recurrent network bends. */
public final class GruFactory implements TemporalFactory {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo(
        "gru", "1.0.0", "Carry-over of free shape, emitted lag by lag by a recurrent network.");
  }

  @Override
  public List<OptionSpec> options() {
    return EffectivenessOptions.appendedTo(
        Kernels.maxLagOption(1),
        OptionSpec.integer("hidden", 8, 1, 64, "Numbers in the state of the network."),
        RowPeriod.option());
  }

  @Override
  public Temporal create(Options options) {
    return new GruKernel(
        options.integer("max_lag"),
        options.integer("hidden"),
        RowPeriod.of(options),
        EffectivenessOptions.read(options));
  }
}
