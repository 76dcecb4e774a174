package org.deepcausalmmm.server.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.SQLException;
import java.util.function.Function;
import org.deepcausalmmm.server.base.ServerCode;
import org.deepcausalmmm.server.base.ServerException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** The database: a pool of connections whose schema is up to date. */
public final class Database implements AutoCloseable {
  private static final String MIGRATIONS = "classpath:org/deepcausalmmm/server/migration";
  private static final int EMBEDDED_CLOSED = 90098;
  private static final int PATIENCE_MILLIS = 5_000;

  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final DatabaseSettings settings;

  private Database(HikariDataSource pool, DatabaseSettings settings) {
    this.pool = pool;
    this.jdbi = Jdbi.create(pool);
    this.settings = settings;
  }

  /**
   * Connects and brings the schema up to date.
   *
   * @throws ServerException MMM-SYSTEM-504 if the database cannot be reached, MMM-SYSTEM-503 if a
   *     later release has changed its schema
   */
  public static Database open(DatabaseSettings settings) {
    return open(settings, "latest");
  }

  /**
   * Connects and brings the schema to a version.
   *
   * @param schema the version, or "latest"
   * @throws ServerException as {@link #open(DatabaseSettings)}
   */
  public static Database open(DatabaseSettings settings, String schema) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(settings.url());
    config.setUsername(settings.user());
    config.setPassword(settings.password());
    config.setMaximumPoolSize(settings.connections());
    config.setMinimumIdle(1);
    config.setConnectionTimeout(PATIENCE_MILLIS);
    config.setPoolName("database");
    HikariDataSource pool;
    try {
      pool = new HikariDataSource(config);
    } catch (PoolInitializationException | IllegalArgumentException e) {
      throw unreachable(settings, e);
    } catch (RuntimeException e) {
      throw hasSqlCause(e) ? unreachable(settings, e) : e;
    }
    try {
      migrate(pool, settings, schema);
      return new Database(pool, settings);
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  private static void migrate(HikariDataSource pool, DatabaseSettings settings, String schema) {
    try {
      Flyway.configure(Database.class.getClassLoader())
          .dataSource(pool)
          .locations(MIGRATIONS)
          .ignoreMigrationPatterns(new String[0])
          .target(schema)
          .load()
          .migrate();
    } catch (FlywayException e) {
      if (!String.valueOf(e.getMessage()).contains("alidate")) {
        throw unreachable(settings, e);
      }
      throw ServerCode.DIRECTORY_OF_ANOTHER_VERSION.error(
          "The schema of the database %s is not one of this release.".formatted(settings),
          "Start the release that wrote it, or a later one, or restore a backup of this release.",
          e);
    }
  }

  private static ServerException unreachable(DatabaseSettings settings, Throwable cause) {
    return ServerCode.DATABASE_UNREACHABLE.error(
        "The database %s cannot be reached (%s).".formatted(settings, reason(cause)),
        "Check that it runs, its address, user and password; the server goes on once it answers.",
        cause);
  }

  /** Returns the first line of the innermost cause: drivers repeat no passwords there. */
  private static String reason(Throwable cause) {
    Throwable inner = cause;
    while (inner.getCause() != null && !(inner instanceof SQLException)) {
      inner = inner.getCause();
    }
    return String.valueOf(inner.getMessage()).lines().findFirst().orElse("no reason given");
  }

  private static boolean hasSqlCause(Throwable error) {
    for (Throwable t = error; t != null; t = t.getCause()) {
      if (t instanceof SQLException) {
        return true;
      }
    }
    return false;
  }

  /**
   * Runs statements that need no transaction, or a single one.
   *
   * @throws ServerException MMM-SYSTEM-504 if the database cannot be reached, MMM-SYSTEM-506 if its
   *     disk is full
   */
  public <T> T with(Function<Handle, T> work) {
    try {
      return jdbi.withHandle(work::apply);
    } catch (JdbiException e) {
      throw worded(e);
    }
  }

  /**
   * Runs statements of which either all take effect or none.
   *
   * @throws ServerException as {@link #with}
   */
  public <T> T transact(Function<Handle, T> work) {
    try {
      return jdbi.inTransaction(work::apply);
    } catch (JdbiException e) {
      throw worded(e);
    }
  }

  private RuntimeException worded(JdbiException error) {
    if (hasNoRoom(error)) {
      reopen();
      return ServerCode.DISK_FULL.error(
          "The disk of the database is full.", "Free space on it; nothing was changed.", error);
    }
    for (Throwable t = error; t != null; t = t.getCause()) {
      if (t instanceof SQLException sql) {
        String state = String.valueOf(sql.getSQLState());
        if (sql.getErrorCode() == EMBEDDED_CLOSED) {
          reopen();
        }
        if (sql instanceof java.sql.SQLTransientConnectionException
            || state.startsWith("08")
            || state.startsWith("57P")
            || state.startsWith("9009")
            || state.startsWith("90121")) {
          return unreachable(settings, error);
        }
      }
    }
    return error;
  }

  private static boolean hasNoRoom(Throwable error) {
    for (Throwable t = error; t != null; t = t.getCause()) {
      boolean full = t instanceof SQLException sql && "53100".equals(sql.getSQLState());
      if (full || String.valueOf(t.getMessage()).contains("No space left")) {
        return true;
      }
    }
    return false;
  }

  /**
   * Lets go of every connection. The embedded database closes itself when it cannot write, and only
   * opens again, from its files, once nobody holds the closed one.
   */
  private void reopen() {
    var bean = pool.getHikariPoolMXBean();
    if (settings.isEmbedded() && bean != null) {
      bean.softEvictConnections();
    }
  }

  /** Returns whether an error says that a value that must be unique is there already. */
  public static boolean isDuplicate(RuntimeException error) {
    for (Throwable t = error; t != null; t = t.getCause()) {
      if (t instanceof SQLException sql && "23505".equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  /** Returns where it is. */
  public DatabaseSettings settings() {
    return settings;
  }

  /** Returns how many connections are in use. */
  public int busyConnections() {
    var bean = pool.getHikariPoolMXBean();
    return bean == null ? 0 : bean.getActiveConnections();
  }

  @Override
  public void close() {
    pool.close();
  }
}
