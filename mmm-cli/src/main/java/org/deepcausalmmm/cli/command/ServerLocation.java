package org.deepcausalmmm.cli.command;

import java.nio.file.Path;
import org.deepcausalmmm.server.store.DatabaseSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where a server keeps what it knows. */
final class ServerLocation {
  /** The variable with the password of the database: a command line is seen by everybody. */
  private static final String PASSWORD = "MMM_DB_PASSWORD";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "mmm-data",
      description = "The directory of data sets and results (default: ${DEFAULT-VALUE}).")
  Path data = Path.of("mmm-data");

  @Option(
      names = "--db",
      paramLabel = "JDBC_URL",
      description = "A PostgreSQL database; default: one embedded in the data directory.")
  private @Nullable String url;

  @Option(
      names = "--db-user",
      paramLabel = "NAME",
      description = "The user of the database; the password is read from " + PASSWORD + ".")
  private @Nullable String user;

  DatabaseSettings database() {
    return url == null
        ? DatabaseSettings.embedded(data)
        : DatabaseSettings.of(url, user, System.getenv(PASSWORD));
  }
}
