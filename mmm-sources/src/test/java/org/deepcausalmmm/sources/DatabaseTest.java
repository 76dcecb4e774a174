package org.deepcausalmmm.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.deepcausalmmm.data.config.ConfigurationDraft;
import org.deepcausalmmm.data.config.ConfigurationReader;
import org.deepcausalmmm.data.config.ConfigurationWriter;
import org.deepcausalmmm.data.source.PreparedData;
import org.deepcausalmmm.data.source.PreparedDataReader;
import org.deepcausalmmm.data.source.RoleChoice;
import org.deepcausalmmm.data.table.SourceAddress;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.TableReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases, Parquet files and directories, written and read by DuckDB. */
class DatabaseTest {
  /** Sixty weeks of two regions. */
  private static final String ROWS =
      "SELECT CAST(DATE '2023-01-02' + CAST(7 * t AS INTEGER) AS DATE) AS week, g AS geo,"
          + " CAST(900 + t % 11 AS DECIMAL(9, 2)) AS sales, CAST(t % 7 AS DOUBLE) * 1.5 AS tv_spend,"
          + " t % 9 = 0 AS holiday"
          + " FROM range(60) weeks(t), (VALUES ('north'), ('south')) regions(g) ORDER BY g, t";

  @TempDir Path directory;

  private static void execute(String address, String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(address);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static void requireRows(Table table) {
    assertThat(table.header()).containsExactly("week", "geo", "sales", "tv_spend", "holiday");
    assertThat(table.rows()).hasSize(120);
    assertThat(table.rows().get(1).cells())
        .containsExactly("2023-01-09", "north", "901.00", "1.5", "0");
  }

  private static ConfigurationDraft draft(String data) {
    return new ConfigurationReader().read("c.yaml", "data: {" + data + "}");
  }

  @Test
  void readsTheResultOfAQuery() throws SQLException {
    String address = "jdbc:duckdb:" + directory.resolve("a.db");
    execute(address, "CREATE TABLE media AS " + ROWS);
    Path path = SourceAddress.path(address);

    PreparedData data =
        new PreparedDataReader()
            .read(path, draft("query: SELECT * FROM media"), RoleChoice.detected());

    requireRows(data.table());
    assertThat(data.configuration().data().outcome()).isEqualTo("sales");
    assertThat(new ConfigurationWriter().write(data.configuration()))
        .contains("query:", "SELECT * FROM media");
    assertThatThrownBy(
            () ->
                new PreparedDataReader()
                    .read(path, draft("query: SELECT * FROM none"), RoleChoice.detected()))
        .hasMessageContaining("could not be read")
        .hasMessageContaining("none");
    assertThatThrownBy(() -> new TableReader().read(path))
        .hasMessageContaining("needs 'data: {query");
    assertThatThrownBy(
            () ->
                new PreparedDataReader()
                    .read(
                        path,
                        draft("query: SELECT 1, password_env: MMM_NO_SUCH_VARIABLE"),
                        RoleChoice.detected()))
        .hasMessageContaining("'MMM_NO_SUCH_VARIABLE' is not set");
  }

  @Test
  void readsParquetFilesAloneAndInADirectory() throws SQLException, IOException {
    Path one = directory.resolve("one.parquet");
    Path parts = Files.createDirectory(directory.resolve("parts"));
    for (String geo : new String[] {"north", "south"}) {
      Files.createDirectory(parts.resolve("geo=" + geo));
    }
    execute(
        "jdbc:duckdb:",
        "COPY (" + ROWS + ") TO '" + one + "' (FORMAT parquet)",
        "COPY (SELECT week, sales, tv_spend FROM ("
            + ROWS
            + ") WHERE geo = 'north') TO '"
            + parts.resolve("geo=north/a.parquet")
            + "' (FORMAT parquet)",
        "COPY (SELECT week, sales, tv_spend FROM ("
            + ROWS
            + ") WHERE geo = 'south') TO '"
            + parts.resolve("geo=south/b.csv")
            + "' (FORMAT csv)");
    Files.writeString(parts.resolve("_SUCCESS"), "");

    requireRows(new TableReader().read(one));
    Table both = new TableReader().read(parts);
    assertThat(both.header()).containsExactly("week", "sales", "tv_spend", "geo");
    assertThat(both.rows()).hasSize(120);
    assertThat(both.rows().get(119).cells()).endsWith("south");
  }

  @Test
  void showsAnAddressWithoutItsSecrets() {
    Path path = SourceAddress.path("jdbc:postgresql://me:secret@host/db?password=secret");

    assertThat(SourceAddress.address(path)).contains("//me:secret@host/db?password=secret");
    assertThat(SourceAddress.shown(path)).isEqualTo("jdbc:postgresql://host/db");
    assertThat(SourceAddress.is(SourceAddress.path("data/a.csv"))).isFalse();
  }
}
