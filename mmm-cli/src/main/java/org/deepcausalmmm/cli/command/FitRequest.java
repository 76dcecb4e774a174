package org.deepcausalmmm.cli.command;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Says what the user wants fitted.
 *
 * @param data the CSV file
 * @param config the YAML file; empty if the roles shall be detected
 * @param overrides what the command line sets over the configuration
 * @param refresh the run whose model shall be continued, with its configuration; empty to fit
 *     afresh
 */
public record FitRequest(
    Path data, Optional<Path> config, FitOverrides overrides, Optional<Path> refresh) {

  /** Wants a fresh fit. */
  public FitRequest(Path data, Optional<Path> config, FitOverrides overrides) {
    this(data, config, overrides, Optional.empty());
  }
}
