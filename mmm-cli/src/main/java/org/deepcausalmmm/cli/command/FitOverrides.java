package org.deepcausalmmm.cli.command;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.deepcausalmmm.data.config.FitConfig;

/**
 * Holds what the command line sets over the configuration; what is empty stays as configured.
 *
 * @param quick true to ask for a quick fit; false leaves the configuration's word
 */
public record FitOverrides(
    OptionalLong seed, OptionalInt threads, OptionalInt holdout, boolean quick) {

  /** Overrides nothing. */
  public static FitOverrides none() {
    return new FitOverrides(OptionalLong.empty(), OptionalInt.empty(), OptionalInt.empty(), false);
  }

  /** Gives the configuration with these values set. */
  public FitConfig applyTo(FitConfig config) {
    return config
        .withSeed(seed.orElse(config.seed()))
        .withThreads(threads.orElse(config.threads()))
        .withHoldout(holdout.orElse(config.holdout()))
        .withQuick(quick || config.quick());
  }
}
