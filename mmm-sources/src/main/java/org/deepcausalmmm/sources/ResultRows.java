package org.deepcausalmmm.sources;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.data.table.RowSink;
import org.jspecify.annotations.Nullable;

/** The rows of the result of a query as texts. */
final class ResultRows {
  private ResultRows() {}

  /** Hands over the names of the columns, then the rows. */
  static void read(ResultSet result, RowSink sink) throws SQLException {
    ResultSetMetaData columns = result.getMetaData();
    int width = columns.getColumnCount();
    List<String> header = new ArrayList<>();
    for (int c = 1; c <= width; c++) {
      header.add(columns.getColumnLabel(c));
    }
    int line = 1;
    sink.row(line, header);
    List<String> cells = new ArrayList<>();
    while (result.next()) {
      cells.clear();
      for (int c = 1; c <= width; c++) {
        cells.add(text(result.getObject(c)));
      }
      sink.row(++line, List.copyOf(cells));
    }
  }

  private static String text(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Boolean flag) {
      return flag ? "TRUE" : "FALSE";
    }
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      return Double.isFinite(number) ? new BigDecimal(value.toString()).toPlainString() : "";
    }
    if (value instanceof Timestamp time) {
      return dated(time.toLocalDateTime());
    }
    if (value instanceof LocalDateTime time) {
      return dated(time);
    }
    if (value instanceof OffsetDateTime time) {
      return dated(time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
    }
    return value instanceof LocalDate date ? date.toString() : value.toString().strip();
  }

  /** Returns a time at midnight as a date: many databases have no other dates. */
  private static String dated(LocalDateTime time) {
    return time.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? time.toLocalDate().toString()
        : time.toString();
  }
}
