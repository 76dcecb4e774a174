package org.deepcausalmmm.cli.command;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.deepcausalmmm.data.config.FitConfig;
import org.deepcausalmmm.data.source.RoleChoice;

/**
 * The values that the command line sets over the configuration; empty ones stay as configured.
 *
 * @param roles what the user decides of roles that no configuration gives
 * @param quick true to ask for a quick fit; false leaves the configuration's word
 */
public record FitOverrides(
    OptionalLong seed, OptionalInt threads, OptionalInt holdout, boolean quick, RoleChoice roles) {

  /** Creates overrides that leave the roles of columns to detection. */
  public FitOverrides(OptionalLong seed, OptionalInt threads, OptionalInt holdout, boolean quick) {
    this(seed, threads, holdout, quick, RoleChoice.detected());
  }

  /** Returns a copy with another choice of roles. */
  FitOverrides withRoles(RoleChoice other) {
    return new FitOverrides(seed, threads, holdout, quick, other);
  }

  /** Overrides nothing. */
  public static FitOverrides none() {
    return new FitOverrides(OptionalLong.empty(), OptionalInt.empty(), OptionalInt.empty(), false);
  }

  /** Returns the configuration with these values set. */
  public FitConfig applyTo(FitConfig config) {
    return config
        .withSeed(seed.orElse(config.seed()))
        .withThreads(threads.orElse(config.threads()))
        .withHoldout(holdout.orElse(config.holdout()))
        .withQuick(quick || config.quick());
  }
}
