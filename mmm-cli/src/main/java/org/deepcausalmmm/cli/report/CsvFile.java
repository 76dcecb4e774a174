package org.deepcausalmmm.cli.report;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.deepcausalmmm.cli.run.RunErrors;
import org.deepcausalmmm.data.estimate.Interval;
import org.jspecify.annotations.Nullable;

/** Reads a table of a run directory row by row. */
final class CsvFile {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  private CsvFile() {}

  /**
   * Hands every row over.
   *
   * @throws org.deepcausalmmm.api.MmmException if the file is missing or is not such a table
   */
  static void read(Path file, Consumer<Row> consumer) {
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        CSVParser parser = FORMAT.parse(reader)) {
      if (parser.getHeaderNames().isEmpty()) {
        throw new IOException("it is empty");
      }
      for (CSVRecord csv : parser) {
        consumer.accept(new Row(csv));
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw RunErrors.unreadable(file, e);
    }
  }

  /** Is one row. */
  record Row(CSVRecord csv) {

    /** Gives a text. */
    String text(String column) {
      return csv.get(column);
    }

    /** Gives a number; NaN if the cell is empty. */
    double number(String column) {
      String text = csv.get(column);
      return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }

    /** Gives a mean with its bounds. */
    Interval interval(String column) {
      return new Interval(number(column), number(column + "_lower"), number(column + "_upper"));
    }

    /** Gives a mean with its bounds; null if the cell is empty. */
    @Nullable Interval optionalInterval(String column) {
      return csv.get(column).isEmpty() ? null : interval(column);
    }
  }
}
