package org.deepcausalmmm.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.deepcausalmmm.server.schedule.SourceSettings;
import org.deepcausalmmm.server.store.DatabaseSettings;
import picocli.CommandLine.Option;

/** The options that say where schedules may read data from. */
final class ServerSources {
  @Option(
      names = "--source",
      paramLabel = "DIR",
      description = "Schedules may read files below this directory.")
  private List<Path> directories = new ArrayList<>();

  @Option(
      names = "--source-db",
      paramLabel = "NAME=JDBC_URL",
      description = {
        "Schedules may query this database by its name; user and password are read from"
            + " MMM_SOURCE_NAME_USER and MMM_SOURCE_NAME_PASSWORD."
      })
  private Map<String, String> databases = new LinkedHashMap<>();

  SourceSettings settings() {
    Map<String, DatabaseSettings> connections = new LinkedHashMap<>();
    databases.forEach(
        (name, url) -> {
          String variable = "MMM_SOURCE_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
          connections.put(
              name,
              DatabaseSettings.of(
                  url, System.getenv(variable + "_USER"), System.getenv(variable + "_PASSWORD")));
        });
    return new SourceSettings(directories, connections);
  }
}
