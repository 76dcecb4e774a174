package org.deepcausalmmm.sources;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.deepcausalmmm.data.table.ReadingOptions;
import org.deepcausalmmm.data.table.ReadingOptions.DatabaseQuery;
import org.deepcausalmmm.data.table.RowSink;
import org.deepcausalmmm.data.table.SourceAddress;
import org.deepcausalmmm.data.table.TableSource;

/** The reader of the result of a query from any database whose JDBC driver is on the class path. */
public final class DatabaseSource implements TableSource {
  /** Rows that are fetched at once: some drivers fetch all of them otherwise. */
  private static final int FETCH = 10_000;

  @Override
  public boolean accepts(Path file, byte[] first) {
    return SourceAddress.isDatabase(file);
  }

  @Override
  public void read(Path file, ReadingOptions options, RowSink sink) throws IOException {
    DatabaseQuery query = options.query();
    if (query == null) {
      throw new IOException("a database needs 'data: {query: SELECT ...}' in a configuration");
    }
    try (Connection connection =
        DriverManager.getConnection(SourceAddress.address(file), login(query))) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.setFetchSize(FETCH);
        try (ResultSet result = statement.executeQuery(query.sql())) {
          ResultRows.read(result, sink);
        }
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static Properties login(DatabaseQuery query) throws IOException {
    Properties login = new Properties();
    if (query.user() != null) {
      login.setProperty("user", query.user());
    }
    String variable = query.passwordEnv();
    if (variable != null) {
      String password = System.getenv(variable);
      if (password == null) {
        throw new IOException("the environment variable '" + variable + "' is not set");
      }
      login.setProperty("password", password);
    }
    return login;
  }
}
