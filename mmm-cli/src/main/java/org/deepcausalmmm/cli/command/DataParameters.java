package org.deepcausalmmm.cli.command;

import java.nio.file.Path;
import java.util.Optional;
import org.deepcausalmmm.data.source.RoleChoice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that name the data and their configuration. */
final class DataParameters {
  @Parameters(index = "0", paramLabel = "DATA.csv", description = "Weekly data, one row per week.")
  Path file = Path.of("");

  @Option(
      names = "--config",
      paramLabel = "C.yaml",
      description = "The roles of columns and the model (default: roles are detected).")
  private @Nullable Path config;

  @Option(
      names = "--accept-roles",
      description = "Leave out columns that may be channels, instead of asking.")
  private boolean acceptRoles;

  @Option(
      names = "--outcome",
      paramLabel = "COLUMN",
      description = "The column of the outcome, over the configuration.")
  private @Nullable String outcome;

  RoleChoice roles() {
    return new RoleChoice(acceptRoles, outcome);
  }

  Optional<Path> config() {
    return Optional.ofNullable(config);
  }

  /** Returns the files that the command reads. */
  Path[] inputs() {
    return config == null ? new Path[] {file} : new Path[] {file, config};
  }
}
