package org.deepcausalmmm.server.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the database is.
 *
 * @param url the JDBC address
 * @param user the name to connect by; null if the address holds it or none is needed
 * @param password the password; null if the address holds it or none is needed
 * @param connections the most connections at a time
 */
public record DatabaseSettings(
    String url, @Nullable String user, @Nullable String password, int connections) {
  private static final int CONNECTIONS = 10;

  /**
   * Returns the settings of the embedded database below a data directory. Without {@code
   * WRITE_DELAY=0} it would lose commits that it has acknowledged when the process is killed.
   */
  public static DatabaseSettings embedded(Path directory) {
    return new DatabaseSettings(
        "jdbc:h2:file:"
            + directory.resolve("db").resolve("mmm").toAbsolutePath()
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE",
        "sa",
        "",
        CONNECTIONS);
  }

  /** Returns the settings of a database elsewhere. */
  public static DatabaseSettings of(String url, @Nullable String user, @Nullable String password) {
    return new DatabaseSettings(url, user, password, CONNECTIONS);
  }

  /** Returns whether the database lies in the data directory. */
  public boolean isEmbedded() {
    return url.startsWith("jdbc:h2:");
  }

  /** Returns the address without what may be secret in it: user, password, parameters. */
  public String shownUrl() {
    return url.replaceAll("[?;].*", "").replaceAll("//[^/@]*@", "//");
  }

  /** Returns the address that may be shown: a password never stands in a message. */
  @Override
  public String toString() {
    return shownUrl();
  }
}
