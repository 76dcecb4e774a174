package org.deepcausalmmm.sources;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.deepcausalmmm.data.table.ReadingOptions;
import org.deepcausalmmm.data.table.RowSink;
import org.deepcausalmmm.data.table.TableSource;

/** The reader of Parquet files with DuckDB, which runs inside this process. */
public final class ParquetSource implements TableSource {

  @Override
  public boolean accepts(Path file, byte[] first) {
    return first.length > 3 && new String(first, 0, 4, StandardCharsets.US_ASCII).equals("PAR1");
  }

  @Override
  public void read(Path file, ReadingOptions options, RowSink sink) throws IOException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
      try (Statement settings = connection.createStatement()) {
        // Nothing is fetched from a network, and the heap's limit is not doubled outside of it.
        settings.execute("SET autoinstall_known_extensions = false");
        settings.execute("SET memory_limit = '512MB'");
        settings.execute("SET threads = 1");
      }
      try (PreparedStatement all =
          connection.prepareStatement("SELECT * FROM read_parquet(?, hive_partitioning = false)")) {
        all.setString(1, file.toString());
        try (ResultSet result = all.executeQuery()) {
          ResultRows.read(result, sink);
        }
      }
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
