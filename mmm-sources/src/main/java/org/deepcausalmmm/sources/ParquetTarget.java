package org.deepcausalmmm.sources;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.deepcausalmmm.data.table.TableConverter;

/** The writer of Parquet files with DuckDB, which runs inside this process. */
public final class ParquetTarget implements TableConverter {

  @Override
  public boolean writes(Path target) {
    return target.toString().endsWith(".parquet");
  }

  @Override
  public void convert(Path csv, Set<String> texts, Path target) throws IOException {
    String header;
    try (var lines = Files.lines(csv, StandardCharsets.UTF_8)) {
      header = lines.findFirst().orElseThrow(() -> new IOException(csv + " is empty"));
    }
    // Types are stated: a column that happens to be empty must not change its type.
    String columns =
        Arrays.stream(header.split(",", -1))
            .map(name -> quoted(name) + ": " + (texts.contains(name) ? "'VARCHAR'" : "'DOUBLE'"))
            .collect(Collectors.joining(", ", "{", "}"));
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET autoinstall_known_extensions = false");
      statement.execute("SET memory_limit = '512MB'");
      statement.execute("SET threads = 1");
      statement.execute(
          "COPY (SELECT * FROM read_csv(%s, header = true, auto_detect = false, delim = ',',"
                  .formatted(quoted(csv.toString()))
              + " quote = '\"', escape = '\"', strict_mode = false, columns = %s)) TO %s (FORMAT parquet)"
                  .formatted(columns, quoted(target.toString())));
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
