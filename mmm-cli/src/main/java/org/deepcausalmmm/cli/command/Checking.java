package org.deepcausalmmm.cli.command;

import java.nio.file.Path;
import java.util.Optional;
import org.deepcausalmmm.data.DataReport;
import org.deepcausalmmm.data.source.RoleChoice;

/** The check of data without fitting. */
@FunctionalInterface
public interface Checking {
  /**
   * Reads and checks a file of data.
   *
   * @param config the YAML file; empty if the roles shall be detected
   * @param roles what the user decides of roles that no configuration gives
   * @throws org.deepcausalmmm.api.MmmException if the file cannot be read as data at all
   */
  DataReport check(Path data, Optional<Path> config, RoleChoice roles, RunListener listener);
}
