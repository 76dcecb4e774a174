package org.deepcausalmmm.data.table;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.table.Table.Row;

/**
 * Reads CSV files: UTF-8, with a comma, a semicolon or a tab between the cells.
 *
 * <p>A byte order mark is dropped. A column without a name, such as the index that some programs
 * write first, is left out. Rows whose cells are all empty are skipped.
 */
public final class TableReader {
  private static final String NOT_CSV_ADVICE =
      "Export the data as 'CSV UTF-8': a header line, then one line for each region and week.";

  /** Reads a file. */
  public Table read(Path file) {
    String name = file.toString();
    if (!Files.exists(file)) {
      throw DataCode.FILE_MISSING.error(
          "There is no file %s.".formatted(name), "Check the path and the spelling.");
    }
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw DataCode.FILE_UNREADABLE.error(
          Files.isDirectory(file)
              ? "%s is a directory, not a CSV file.".formatted(name)
              : "%s may not be read.".formatted(name),
          "Give the path of a CSV file that you are allowed to read.");
    }
    try {
      return read(name, Files.readString(file));
    } catch (CharacterCodingException e) {
      throw DataCode.NOT_CSV.error(
          "%s is not text in UTF-8; it may be a spreadsheet or use another encoding."
              .formatted(name),
          NOT_CSV_ADVICE,
          e);
    } catch (IOException e) {
      throw DataCode.FILE_UNREADABLE.error(
          "%s could not be read: %s.".formatted(name, e.getMessage()),
          "Check the disk and the permissions.",
          e);
    }
  }

  /**
   * Reads a text.
   *
   * @param source what messages call it
   */
  public Table read(String source, String content) {
    List<Finding> notes = new ArrayList<>();
    String text = content;
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
      notes.add(
          DataCode.FILE_NOTE.note(
              "%s begins with a byte order mark.".formatted(source), "It was dropped."));
    }
    if (text.isBlank()) {
      throw DataCode.FILE_EMPTY.error("%s is empty.".formatted(source), NOT_CSV_ADVICE);
    }
    if (text.indexOf('\0') >= 0 || "<{[".indexOf(text.stripLeading().charAt(0)) >= 0) {
      throw DataCode.NOT_CSV.error("%s is not a CSV file.".formatted(source), NOT_CSV_ADVICE);
    }
    char separator = separator(source, text);
    if (separator != ',') {
      notes.add(
          DataCode.FILE_NOTE.note(
              "The cells of %s are separated by %s."
                  .formatted(source, separator == '\t' ? "tabs" : "'" + separator + "'"),
              "They were read so."));
    }
    return parse(source, text, separator, notes);
  }

  private static char separator(String source, String text) {
    String header = text.stripLeading().lines().findFirst().orElse("");
    char best = ',';
    long most = 0;
    for (char candidate : new char[] {',', ';', '\t'}) {
      long count = header.chars().filter(c -> c == candidate).count();
      if (count > most) {
        most = count;
        best = candidate;
      }
    }
    if (most == 0) {
      throw DataCode.NOT_CSV.error(
          "Line 1 of %s has no comma, semicolon or tab between names of columns: '%s'."
              .formatted(source, header.length() > 60 ? header.substring(0, 60) + "..." : header),
          NOT_CSV_ADVICE);
    }
    return best;
  }

  private static Table parse(String source, String text, char separator, List<Finding> notes) {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(separator)
            .setIgnoreEmptyLines(false)
            .setIgnoreSurroundingSpaces(true)
            .get();
    List<Row> rows = new ArrayList<>();
    int line = 1;
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      for (CSVRecord record : parser) {
        List<String> cells = cells(record);
        if (!cells.stream().allMatch(String::isEmpty)) {
          rows.add(new Row(line, cells));
        }
        line = 1 + (int) parser.getCurrentLineNumber();
      }
    } catch (UncheckedIOException | IOException e) {
      throw DataCode.NOT_CSV.error(
          "%s, line %d: a quotation mark is opened and never closed, or is followed by text."
              .formatted(source, line),
          "Close the quotation mark, or double it inside a quoted cell.",
          e);
    }
    return shape(source, rows, separator, notes);
  }

  private static List<String> cells(CSVRecord record) {
    List<String> cells = new ArrayList<>(record.size());
    for (String cell : record) {
      cells.add(cell.strip());
    }
    return cells;
  }

  private static Table shape(String source, List<Row> all, char separator, List<Finding> notes) {
    Row header = all.get(0);
    if (all.size() == 1) {
      throw DataCode.FILE_EMPTY.error(
          "%s has a header and no rows.".formatted(source), NOT_CSV_ADVICE);
    }
    List<Integer> kept = named(source, header, notes);
    List<Row> rows = new ArrayList<>(all.size() - 1);
    for (Row row : all.subList(1, all.size())) {
      checkWidth(source, header.cells().size(), row);
      rows.add(new Row(row.line(), kept.stream().map(row.cells()::get).toList()));
    }
    List<String> names = kept.stream().map(header.cells()::get).toList();
    boolean comma = separator == ';' && NumberText.usesDecimalComma(rows);
    if (separator == ';' && !comma) {
      NumberText.refuseMarkedThousands(source, names, rows);
    }
    if (comma) {
      notes.add(
          DataCode.FILE_NOTE.note(
              "Numbers in %s are written with a decimal comma.".formatted(source),
              "They were read so: 12,5 is twelve and a half."));
    }
    return new Table(source, names, rows, comma, notes);
  }

  /** Returns the positions of the columns that have a name. */
  private static List<Integer> named(String source, Row header, List<Finding> notes) {
    List<Integer> kept = new ArrayList<>();
    Map<String, Integer> seen = new LinkedHashMap<>();
    for (int i = 0; i < header.cells().size(); i++) {
      String name = header.cells().get(i);
      if (name.isEmpty()) {
        notes.add(
            DataCode.FILE_NOTE.note(
                "Column %d of %s has no name.".formatted(i + 1, source),
                "It was left out; give it a name if it holds data."));
        continue;
      }
      Integer before = seen.put(name, i);
      if (before != null) {
        throw DataCode.DUPLICATE_HEADER.error(
            "%s, line %d: columns %d and %d are both named '%s'."
                .formatted(source, header.line(), before + 1, i + 1, name),
            "Rename or remove one of them.");
      }
      kept.add(i);
    }
    return kept;
  }

  private static void checkWidth(String source, int width, Row row) {
    List<String> cells = row.cells();
    boolean tooWide =
        cells.size() > width
            && !cells.subList(width, cells.size()).stream().allMatch(String::isEmpty);
    if (cells.size() < width || tooWide) {
      throw DataCode.RAGGED_ROW.error(
          "%s, line %d has %d cells, the header has %d."
              .formatted(source, row.line(), cells.size(), width),
          "Look for a missing or additional separator, such as a thousands mark outside"
              + " quotation marks.");
    }
  }
}
