package org.deepcausalmmm.report.files;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.deepcausalmmm.data.estimate.Interval;
import org.jspecify.annotations.Nullable;

/** The reader of a CSV table of a run or plan directory, row by row. */
public final class CsvFile {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  private CsvFile() {}

  /**
   * Passes every row to a consumer.
   *
   * @throws org.deepcausalmmm.api.MmmException MMM-DATA-091 if the file is missing or damaged
   */
  public static void read(Path file, Consumer<CsvRow> consumer) {
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        CSVParser parser = FORMAT.parse(reader)) {
      if (parser.getHeaderNames().isEmpty()) {
        throw new IOException("it is empty");
      }
      for (CSVRecord csv : parser) {
        consumer.accept(new CsvRow(csv));
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw RunFileErrors.unreadable(file, e);
    }
  }

  /**
   * Returns the names of the columns.
   *
   * @throws org.deepcausalmmm.api.MmmException MMM-DATA-091 if the file is missing or damaged
   */
  public static List<String> header(Path file) {
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        CSVParser parser = FORMAT.parse(reader)) {
      return parser.getHeaderNames();
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw RunFileErrors.unreadable(file, e);
    }
  }

  /** A row of a table. */
  public record CsvRow(CSVRecord csv) {

    /** Returns whether the table has a column. */
    public boolean has(String column) {
      return csv.isMapped(column);
    }

    /** Returns the text of every cell. */
    public List<String> cells() {
      return csv.toList();
    }

    /** Returns the text of a cell. */
    public String text(String column) {
      return csv.get(column);
    }

    /** Returns the number of a cell; NaN if the cell is empty. */
    public double number(String column) {
      String text = csv.get(column);
      return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }

    /** Returns a mean with its bounds; NaN where a cell is empty. */
    public Interval interval(String column) {
      return new Interval(number(column), number(column + "_lower"), number(column + "_upper"));
    }

    /** Returns a mean with its bounds; null if the cell of the mean is empty. */
    public @Nullable Interval optionalInterval(String column) {
      return csv.get(column).isEmpty() ? null : interval(column);
    }
  }
}
