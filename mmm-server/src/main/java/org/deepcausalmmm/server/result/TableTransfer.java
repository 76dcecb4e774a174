package org.deepcausalmmm.server.result;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** The transfer of a table of a result, row by row: its size does not matter for memory. */
public final class TableTransfer {
  private static final Set<String> TEXTS =
      Set.of(
          "channel",
          "component",
          "evidence",
          "evidence_reason",
          "figure",
          "from",
          "geo",
          "parameter",
          "region",
          "scenario",
          "split",
          "time",
          "to",
          "unit",
          "week",
          "world");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
  private static final CSVFormat WRITTEN =
      CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

  private TableTransfer() {}

  /** Writes the rows that a filter lets through as CSV. */
  public static void csv(Path file, TableFilter filter, OutputStream out) throws IOException {
    CSVPrinter printer =
        new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), WRITTEN);
    read(file, filter, printer::printRecord, printer::printRecord);
    printer.flush();
  }

  /**
   * Writes the rows that a filter lets through as {@code {"columns": [...], "rows": [[...]]}};
   * numbers are numbers and empty cells null.
   */
  public static void json(Path file, TableFilter filter, OutputStream out) throws IOException {
    JsonGenerator json = new JsonFactory().createGenerator(out);
    List<String> header = new ArrayList<>();
    json.writeStartObject();
    read(
        file,
        filter,
        columns -> {
          header.addAll(columns);
          json.writeArrayFieldStart("columns");
          for (String column : columns) {
            json.writeString(column);
          }
          json.writeEndArray();
          json.writeArrayFieldStart("rows");
        },
        row -> {
          json.writeStartArray();
          for (int i = 0; i < row.size(); i++) {
            cell(json, header.get(i), row.get(i));
          }
          json.writeEndArray();
        });
    json.writeEndArray();
    json.writeEndObject();
    json.flush();
  }

  private static void cell(JsonGenerator json, String column, String text) throws IOException {
    if (text.isEmpty()) {
      json.writeNull();
    } else if (!TEXTS.contains(column) && NUMBER.matcher(text).matches()) {
      json.writeNumber(text);
    } else {
      json.writeString(text);
    }
  }

  /** The receiver of a row. */
  private interface RowSink {
    void accept(List<String> row) throws IOException;
  }

  private static void read(Path file, TableFilter filter, RowSink header, RowSink rows)
      throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      String first = Objects.requireNonNullElse(lines.readLine(), "");
      List<String> columns = new ArrayList<>();
      try (CSVParser parser = CSVParser.parse(first, CSVFormat.DEFAULT)) {
        parser.forEach(record -> columns.addAll(record.toList()));
      }
      header.accept(columns);
      TableFilter.RowFilter wanted = filter.on(columns);
      try (CSVParser parser =
          CSVFormat.DEFAULT.parse(new LikelyRows(lines, wanted.textsOfEachRow()))) {
        for (CSVRecord csv : parser) {
          List<String> row = csv.toList();
          if (wanted.accepts(row)) {
            rows.accept(row);
          }
        }
      }
    }
  }
}
