package org.deepcausalmmm.data.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.table.Table.Row;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV files as people and programs write them: with commas, semicolons, tabs or bars between
 * the cells, in UTF-8 or UTF-16, plain or packed with gzip.
 *
 * <p>Each column whose cells agree is brought into one form: numbers without currency signs and
 * thousands marks, dates as 2024-01-29, flags as 1 and 0, unknown values as empty cells. The notes
 * of the table say what was read how. A column without a name is left out, an empty row skipped.
 */
public final class TableReader {
  private final ReadingOptions options;
  private final boolean tidy;

  /** Creates a reader that infers every form. */
  public TableReader() {
    this(ReadingOptions.inferred());
  }

  /** Creates a reader that takes what is declared, and infers the rest. */
  public TableReader(ReadingOptions options) {
    this(options, true);
  }

  private TableReader(ReadingOptions options, boolean tidy) {
    this.options = options;
    this.tidy = tidy;
  }

  /**
   * Returns a reader of tables whose rows and columns stay as they are: a plan with a row for each
   * channel is not made wide.
   */
  public static TableReader ofRowsAsWritten() {
    return new TableReader(ReadingOptions.inferred(), false);
  }

  /**
   * Reads a file.
   *
   * @throws org.deepcausalmmm.api.MmmException MMM-DATA-001 to 006 if it is no table
   */
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
              : "%s is no file that can be read.".formatted(name),
          "Give the path of a CSV file that you are allowed to read.");
    }
    List<Finding> notes = new ArrayList<>();
    try {
      List<Row> rows = packed(file);
      if (rows != null) {
        return plain(new TableShape(name, notes).of(requireRows(name, rows)), true, notes);
      }
      return parse(name, new FileText(name, notes).read(file, options.encoding()), notes);
    } catch (IOException e) {
      throw DataCode.FILE_UNREADABLE.error(
          "%s could not be read: %s.".formatted(name, e.getMessage()),
          "Check the disk and the permissions.",
          e);
    }
  }

  /** Returns the rows of a file that another source reads; null if it is text. */
  private @Nullable List<Row> packed(Path file) throws IOException {
    byte[] first;
    try (InputStream in = Files.newInputStream(file)) {
      first = in.readNBytes(8);
    }
    for (TableSource source : ServiceLoader.load(TableSource.class)) {
      if (source.accepts(file, first)) {
        return source.read(file, options.sheet());
      }
    }
    if (FileText.isArchive(first)) {
      throw DataCode.NOT_CSV.error(
          "%s is a workbook or another archive, and no source that reads it is installed."
              .formatted(file),
          "Export it as 'CSV UTF-8', or add the module mmm-sources, which reads .xlsx.");
    }
    return null;
  }

  private static List<Row> requireRows(String name, List<Row> rows) {
    List<Row> filled =
        rows.stream().filter(row -> !row.cells().stream().allMatch(String::isEmpty)).toList();
    if (filled.isEmpty()) {
      throw DataCode.FILE_EMPTY.error("%s is empty.".formatted(name), FileText.EXPORT);
    }
    return filled;
  }

  /**
   * Reads a text.
   *
   * @param source what messages call it
   */
  public Table read(String source, String content) {
    List<Finding> notes = new ArrayList<>();
    if (content.startsWith("\uFEFF")) {
      notes.add(
          DataCode.FILE_NOTE.note(
              "%s begins with a byte order mark.".formatted(source), "It was dropped."));
      return parse(source, content.substring(1), notes);
    }
    return parse(source, content, notes);
  }

  private Table parse(String source, String content, List<Finding> notes) {
    String text =
        content.startsWith("sep=") ? content.substring(content.indexOf('\n') + 1) : content;
    if (text.isBlank()) {
      throw DataCode.FILE_EMPTY.error("%s is empty.".formatted(source), FileText.EXPORT);
    }
    if (text.indexOf('\0') >= 0 || "<{[".indexOf(text.stripLeading().charAt(0)) >= 0) {
      throw DataCode.NOT_CSV.error("%s is not a CSV file.".formatted(source), FileText.EXPORT);
    }
    CsvRows csv = new CsvRows(source);
    char separator = csv.separator(text);
    if (separator != ',') {
      notes.add(
          DataCode.FILE_NOTE.note(
              "The cells of %s are separated by %s."
                  .formatted(source, separator == '\t' ? "tabs" : "'" + separator + "'"),
              "They were read so."));
    }
    List<Row> rows = csv.read(text, separator);
    if (rows.isEmpty()) {
      throw DataCode.FILE_EMPTY.error(
          "%s has no cell that is not empty.".formatted(source), FileText.EXPORT);
    }
    return plain(new TableShape(source, notes).of(rows), separator == ',', notes);
  }

  /**
   * Brings the cells of a table into plain form.
   *
   * @param table as it was read
   * @param pointsExpected whether decimals are written with a point where nothing tells
   * @param notes what was found before
   */
  Table plain(Table table, boolean pointsExpected, List<Finding> notes) {
    Table formed = new TableForms(table, options, pointsExpected, notes).plain();
    return tidy ? ChannelRows.widen(LongTable.widen(SplitDates.join(formed))) : formed;
  }
}
