package org.deepcausalmmm.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.data.NameList;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.data.config.ConfigurationDraft;
import org.deepcausalmmm.data.config.ConfigurationReader;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.roles.DetectedRoles;
import org.deepcausalmmm.data.source.PreparedData;
import org.deepcausalmmm.data.source.PreparedDataReader;
import org.jspecify.annotations.Nullable;

/**
 * A file of data, read and brought into shape under its configuration.
 *
 * @param draft the configuration as its file gives it
 * @param data the table with the roles of its columns, given or detected
 */
record DataSource(ConfigurationDraft draft, PreparedData data) {

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
    ConfigurationDraft draft =
        config
            .map(path -> new ConfigurationReader().read(path))
            .orElseGet(ConfigurationDraft::defaults);
    creator.check(draft);
    PreparedData read =
        new PreparedDataReader(
                (bytes, total) ->
                    listener.report(
                        "reading the data, %", Math.round(100f * bytes / total), 100, Double.NaN))
            .read(file, draft, overrides.roles());
    DetectedRoles detected = read.detected();
    if (detected != null) {
      listener.note(described(detected));
    }
    Configuration complete = read.configuration();
    return new DataSource(
        draft, read.withConfiguration(complete.withFit(overrides.applyTo(complete.fit()))));
  }

  /** Together a line quotes at most 500 characters of a file; the configuration has all names. */
  private static final int MOST_OF_CHANNELS = 260;

  private static final int MOST_OF_OTHERS = 100;

  /** Returns the configuration, which names the columns of the file. */
  Configuration configuration() {
    return data.configuration();
  }

  /** Returns a line with the role of each column, so that a wrong guess is seen before the fit. */
  private static String described(DetectedRoles detected) {
    DataConfig roles = detected.roles();
    List<String> channels =
        Stream.concat(roles.channels().stream(), roles.organic().stream())
            .map(DataConfig.ChannelColumns::name)
            .toList();
    return "Roles detected: outcome %s%s, %s, %s, time in %s, %s%s%s."
        .formatted(
            roles.outcome(),
            named(", a unit of which is worth ", roles.revenuePerKpi()),
            counted(channels, "channel", MOST_OF_CHANNELS),
            counted(roles.controls(), "control", MOST_OF_OTHERS),
            roles.time(),
            roles.geo() == null ? "no regions" : "regions in " + roles.geo(),
            named(", population in ", roles.population()),
            detected.unused().isEmpty()
                ? ""
                : ", not used " + NameList.within(detected.unused(), MOST_OF_OTHERS));
  }

  private static String named(String role, @Nullable String column) {
    return column == null ? "" : role + column;
  }

  private static String counted(List<String> names, String noun, int characters) {
    return names.size()
        + " "
        + noun
        + (names.size() == 1 ? "" : "s")
        + (names.isEmpty() ? "" : " (" + NameList.within(names, characters) + ")");
  }
}
