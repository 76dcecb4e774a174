package org.deepcausalmmm.server.schedule;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.deepcausalmmm.server.data.DataSetFiles;
import org.deepcausalmmm.server.store.DataSet;
import org.deepcausalmmm.server.store.DatabaseSettings;

/** The answer of a query as a CSV file, row by row. */
final class QueryTable {
  private static final int ROWS_AT_ONCE = 1_000;
  private static final int SECONDS = 600;
  private static final int PIPE = 1 << 16;
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

  private QueryTable() {}

  static DataSet.Content take(DatabaseSettings database, String query, DataSetFiles files) {
    try (Connection connection = DriverManager.getConnection(database.url(), properties(database));
        Statement statement = connection.createStatement()) {
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      statement.setFetchSize(ROWS_AT_ONCE);
      statement.setQueryTimeout(SECONDS);
      try (ResultSet rows = statement.executeQuery(query)) {
        return pass(rows, files);
      }
    } catch (SQLException e) {
      throw ScheduledSource.bad("the query of %s failed".formatted(database), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Properties properties(DatabaseSettings database) {
    Properties properties = new Properties();
    if (database.user() != null) {
      properties.setProperty("user", database.user());
    }
    if (database.password() != null) {
      properties.setProperty("password", database.password());
    }
    return properties;
  }

  private static DataSet.Content pass(ResultSet rows, DataSetFiles files) throws IOException {
    PipedOutputStream out = new PipedOutputStream();
    try (InputStream in = new PipedInputStream(out, PIPE)) {
      CompletableFuture<Void> writing =
          CompletableFuture.runAsync(
              () -> {
                try (Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
                  write(rows, writer);
                } catch (IOException | SQLException e) {
                  throw ScheduledSource.bad("the rows of the query broke off", e);
                }
              });
      DataSet.Content content = files.take(in, false);
      writing.join();
      return content;
    }
  }

  private static void write(ResultSet rows, Writer writer) throws IOException, SQLException {
    CSVPrinter printer = new CSVPrinter(writer, FORMAT);
    ResultSetMetaData columns = rows.getMetaData();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      printer.print(columns.getColumnLabel(i));
    }
    printer.println();
    while (rows.next()) {
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        printer.print(rows.getString(i));
      }
      printer.println();
    }
  }
}
