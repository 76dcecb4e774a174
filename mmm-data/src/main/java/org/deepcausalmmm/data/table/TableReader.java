package org.deepcausalmmm.data.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.QuotedText;

/**
 * The reader of CSV files as people and programs write them: with commas, semicolons, tabs or bars
 * between the cells, in UTF-8 or UTF-16, plain or packed with gzip.
 *
 * <p>Each column whose cells agree is brought into one form: numbers without currency signs and
 * thousands marks, dates as 2024-01-29, flags as 1 and 0, unknown values as empty cells. The notes
 * of the table say what was read how. A column without a name is left out, an empty row skipped.
 */
public final class TableReader {
  /** Databases explain their errors at length. */
  private static final int MOST_OF_A_CAUSE = 300;

  private final ReadingOptions options;
  private final boolean tidy;
  private final ReadingProgress progress;

  /** Creates a reader that infers every form. */
  public TableReader() {
    this(ReadingOptions.inferred());
  }

  /** Creates a reader that takes what is declared, and infers the rest. */
  public TableReader(ReadingOptions options) {
    this(options, true, ReadingProgress.NONE);
  }

  private TableReader(ReadingOptions options, boolean tidy, ReadingProgress progress) {
    this.options = options;
    this.tidy = tidy;
    this.progress = progress;
  }

  /**
   * Returns a reader of tables whose rows and columns stay as they are: a plan with a row for each
   * channel is not made wide.
   */
  public static TableReader ofRowsAsWritten() {
    return new TableReader(ReadingOptions.inferred(), false, ReadingProgress.NONE);
  }

  /** Returns a reader that tells how far it is in large files. */
  public TableReader reporting(ReadingProgress other) {
    return new TableReader(options, tidy, other);
  }

  /**
   * Reads a file, a directory of files with the same columns, or an address.
   *
   * @throws org.deepcausalmmm.api.MmmException MMM-DATA-001 to 006 if it is no table
   */
  public Table read(Path file) {
    String name = SourceAddress.shown(file);
    List<Finding> notes = new ArrayList<>();
    CompactRows.Builder rows = new CompactRows.Builder();
    try {
      boolean points = new RawRows(options, progress, notes).read(file, rows);
      return table(name, rows, points, notes);
    } catch (IOException e) {
      throw DataCode.FILE_UNREADABLE.error(
          "%s could not be read: %s."
              .formatted(name, QuotedText.of(String.valueOf(e.getMessage()), MOST_OF_A_CAUSE)),
          SourceAddress.is(file)
              ? "Check the address, the query and the password of the database."
              : "Check the disk and the permissions.",
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
    boolean marked = content.startsWith("\uFEFF");
    if (marked) {
      notes.add(
          DataCode.FILE_NOTE.note(
              "%s begins with a byte order mark.".formatted(source), "It was dropped."));
    }
    CompactRows.Builder rows = new CompactRows.Builder();
    try (BufferedReader text = new BufferedReader(new StringReader(content))) {
      text.skip(marked ? 1 : 0);
      return table(source, rows, new CsvText(source, notes).read(text, rows), notes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Table table(
      String source, CompactRows.Builder rows, boolean points, List<Finding> notes) {
    if (rows.size() == 0) {
      throw DataCode.FILE_EMPTY.error(
          "%s has no cell that is not empty.".formatted(source), FileText.EXPORT);
    }
    return plain(new TableShape(source, notes).of(rows.build()), points, notes);
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
