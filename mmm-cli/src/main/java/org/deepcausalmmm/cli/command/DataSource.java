package org.deepcausalmmm.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.data.config.ConfigurationDraft;
import org.deepcausalmmm.data.config.ConfigurationReader;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.roles.DetectedRoles;
import org.deepcausalmmm.data.roles.RoleDetector;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.TableReader;
import org.jspecify.annotations.Nullable;

/**
 * Is a file of data, read as text, with its configuration.
 *
 * @param draft the configuration as its file gives it
 * @param configuration with the roles of the columns, given or detected
 * @param findings what was found when roles were detected
 */
record DataSource(
    Table table, ConfigurationDraft draft, Configuration configuration, List<Finding> findings) {

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
    requireColumns(table, draft);
    DataConfig roles = draft.data();
    List<Finding> findings = List.of();
    if (roles == null) {
      DetectedRoles detected = new RoleDetector().detect(table);
      roles = detected.roles();
      findings = detected.findings();
      listener.note(described(detected));
    }
    Configuration complete = draft.complete(roles);
    Configuration configuration = complete.withFit(overrides.applyTo(complete.fit()));
    return new DataSource(table, draft, configuration, findings);
  }

  /** Requires every column that the configuration names, and says where it names one in vain. */
  private static void requireColumns(Table table, ConfigurationDraft draft) {
    draft
        .columns()
        .forEach(
            (path, column) -> {
              try {
                table.index(column);
              } catch (MmmException e) {
                throw draft.located(e, path);
              }
            });
  }

  /** Says which column was taken for what, so that a wrong guess is seen before the fit. */
  private static String described(DetectedRoles detected) {
    DataConfig roles = detected.roles();
    List<String> channels =
        Stream.concat(roles.channels().stream(), roles.organic().stream())
            .map(DataConfig.ChannelColumns::name)
            .toList();
    return "Roles detected: outcome %s%s, %s, %s, weeks in %s, %s%s%s."
        .formatted(
            roles.outcome(),
            named(", a unit of which is worth ", roles.revenuePerKpi()),
            counted(channels, "channel"),
            counted(roles.controls(), "control"),
            roles.time(),
            roles.geo() == null ? "no regions" : "regions in " + roles.geo(),
            named(", population in ", roles.population()),
            detected.unused().isEmpty() ? "" : ", not used " + list(detected.unused()));
  }

  private static String named(String role, @Nullable String column) {
    return column == null ? "" : role + column;
  }

  private static String counted(List<String> names, String noun) {
    return names.size()
        + " "
        + noun
        + (names.size() == 1 ? "" : "s")
        + (names.isEmpty() ? "" : " (" + list(names) + ")");
  }

  private static String list(List<String> names) {
    return String.join(", ", names);
  }
}
