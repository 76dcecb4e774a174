package org.deepcausalmmm.server.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.core.config.Configuration;
import org.deepcausalmmm.core.config.ConfigurationDraft;
import org.deepcausalmmm.core.config.ConfigurationReader;
import org.deepcausalmmm.core.config.DataConfig;
import org.deepcausalmmm.core.data.DataReport.Finding;
import org.deepcausalmmm.core.data.DetectedRoles;
import org.deepcausalmmm.core.data.RoleDetector;
import org.deepcausalmmm.core.data.Table;
import org.deepcausalmmm.core.data.TableReader;
import org.deepcausalmmm.core.plugin.ComponentCreator;

/**
 * Is a file of data, read as text, with its configuration.
 *
 * @param configuration with the roles of the columns, given or detected
 * @param findings what was found when roles were detected
 */
record DataSource(Table table, Configuration configuration, List<Finding> findings) {

  /**
   * Reads a file; roles that the configuration does not give are detected and noted.
   *
   * @param creator knows the components that the configuration may choose
   */
  static DataSource read(
      Path file,
      Optional<Path> config,
      FitOverrides overrides,
      ComponentCreator creator,
      RunListener listener) {
    Table table = new TableReader().read(file);
    ConfigurationDraft draft =
        config
            .map(path -> new ConfigurationReader().read(path))
            .orElseGet(ConfigurationDraft::defaults);
    creator.check(draft);
    DataConfig roles = draft.data();
    List<Finding> findings = List.of();
    if (roles == null) {
      DetectedRoles detected = new RoleDetector().detect(table);
      roles = detected.roles();
      findings = detected.findings();
      listener.note(
          "Roles detected: outcome %s, %d channels, %d controls."
              .formatted(
                  roles.outcome(),
                  roles.channels().size() + roles.organic().size(),
                  roles.controls().size()));
    }
    Configuration complete = draft.complete(roles);
    Configuration configuration =
        new Configuration(complete.data(), complete.model(), overrides.applyTo(complete.fit()));
    return new DataSource(table, configuration, findings);
  }
}
