package org.deepcausalmmm.server.ops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.server.base.Json;

/**
 * The rows of a table as lines of JSON. They mean the same to H2 and PostgreSQL, so that a backup
 * of one can be restored to the other.
 */
final class TableDump {
  /**
   * The tables of a backup, each behind those that it refers to. Sessions and links are left out.
   */
  static final List<String> TABLES =
      List.of(
          "server",
          "users",
          "tokens",
          "projects",
          "members",
          "datasets",
          "jobs",
          "job_events",
          "results",
          "schedules",
          "audit");

  private static final String SEQUENCE = "seq";

  private TableDump() {}

  /** Writes every row of a table. */
  static void write(Connection connection, String table, OutputStream out)
      throws SQLException, IOException {
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(500);
      try (ResultSet rows = statement.executeQuery("select * from " + table)) {
        ResultSetMetaData columns = rows.getMetaData();
        while (rows.next()) {
          ObjectNode node = Json.object();
          for (int i = 1; i <= columns.getColumnCount(); i++) {
            put(node, columns.getColumnLabel(i), rows, i, columns.getColumnType(i));
          }
          out.write(Json.bytes(node));
          out.write('\n');
        }
      }
    }
  }

  private static void put(ObjectNode node, String name, ResultSet rows, int i, int type)
      throws SQLException {
    if (rows.getObject(i) == null) {
      node.putNull(name);
    } else if (type == Types.BIGINT || type == Types.INTEGER) {
      node.put(name, rows.getLong(i));
    } else if (type == Types.BOOLEAN || type == Types.BIT) {
      node.put(name, rows.getBoolean(i));
    } else {
      node.put(name, rows.getString(i));
    }
  }

  /** Adds the rows of a dump to an empty table. */
  static void read(Connection connection, String table, InputStream in)
      throws SQLException, IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    String first = lines.readLine();
    if (first == null) {
      return;
    }
    List<String> columns = columns(Json.stored(first));
    long last = 0;
    try (PreparedStatement insert = connection.prepareStatement(insertion(table, columns))) {
      for (String line = first; line != null; line = lines.readLine()) {
        JsonNode row = Json.stored(line);
        bind(insert, columns, row);
        insert.executeUpdate();
        last = Math.max(last, row.path(SEQUENCE).asLong());
      }
    }
    if (last > 0) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("alter table " + table + " alter column seq restart with " + (last + 1));
      }
    }
  }

  private static List<String> columns(JsonNode row) {
    List<String> names = new ArrayList<>();
    row.fieldNames()
        .forEachRemaining(
            name -> {
              if (!name.matches("[a-z_]+")) {
                throw new UncheckedIOException(new IOException("'" + name + "' is no column"));
              }
              names.add(name);
            });
    return names;
  }

  private static String insertion(String table, List<String> columns) {
    String overriding = columns.contains(SEQUENCE) ? " overriding system value" : "";
    String marks = String.join(", ", columns.stream().map(c -> "?").toList());
    return "insert into %s (%s)%s values (%s)"
        .formatted(table, String.join(", ", columns), overriding, marks);
  }

  private static void bind(PreparedStatement insert, List<String> columns, JsonNode row)
      throws SQLException {
    for (int i = 0; i < columns.size(); i++) {
      JsonNode value = row.path(columns.get(i));
      if (value.isNull()) {
        insert.setNull(i + 1, insert.getParameterMetaData().getParameterType(i + 1));
      } else if (value.isBoolean()) {
        insert.setBoolean(i + 1, value.booleanValue());
      } else if (value.isNumber()) {
        insert.setLong(i + 1, value.longValue());
      } else {
        insert.setString(i + 1, value.asText());
      }
    }
  }
}
