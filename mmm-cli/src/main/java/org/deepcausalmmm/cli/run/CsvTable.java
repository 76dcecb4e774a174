package org.deepcausalmmm.cli.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.estimate.Interval;
import org.jspecify.annotations.Nullable;

/** A CSV file, written row by row: header, UTF-8, {@code .} decimals, no thousands marks. */
public final class CsvTable implements AutoCloseable {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

  private final CSVPrinter printer;
  private final String name;
  private final List<String> header;
  private final List<String> row = new ArrayList<>();

  private CsvTable(CSVPrinter printer, String name, List<String> header) {
    this.printer = printer;
    this.name = name;
    this.header = header;
  }

  /** Creates a file with its header. */
  public static CsvTable create(Path file, String... header) throws IOException {
    CSVPrinter printer =
        new CSVPrinter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), FORMAT);
    printer.printRecord((Object[]) header);
    return new CsvTable(printer, String.valueOf(file.getFileName()), List.of(header));
  }

  /** Returns the names of columns, each followed by those of its bounds. */
  public static String[] bounded(String... names) {
    List<String> columns = new ArrayList<>();
    for (String name : names) {
      columns.add(name);
      columns.add(name + "_lower");
      columns.add(name + "_upper");
    }
    return columns.toArray(String[]::new);
  }

  /** Returns the names of both lists of columns. */
  public static String[] join(String[] first, String... others) {
    List<String> columns = new ArrayList<>(List.of(first));
    columns.addAll(List.of(others));
    return columns.toArray(String[]::new);
  }

  /** Adds a text. */
  public CsvTable text(String value) {
    row.add(value);
    return this;
  }

  /** Adds a whole number. */
  public CsvTable whole(long value) {
    row.add(Long.toString(value));
    return this;
  }

  /** Adds a number that may be undefined: an empty cell for null, NaN and infinity. */
  public CsvTable number(@Nullable Double value) {
    row.add(Numbers.cell(value));
    return this;
  }

  /**
   * Adds a figure of the model.
   *
   * @throws org.deepcausalmmm.api.MmmException MMM-FIT-091 if it is not finite
   */
  public CsvTable figure(double value) {
    if (!Double.isFinite(value)) {
      throw notFinite(value);
    }
    return number(value);
  }

  /**
   * Adds the mean and the bounds; three empty cells where there is no interval.
   *
   * @throws org.deepcausalmmm.api.MmmException MMM-FIT-091 if one is not finite
   */
  public CsvTable interval(@Nullable Interval value) {
    if (value == null) {
      return number(null).number(null).number(null);
    }
    return figure(value.mean()).figure(value.lower()).figure(value.upper());
  }

  private MmmException notFinite(double value) {
    String column = row.size() < header.size() ? header.get(row.size()) : "";
    return RunErrors.notFinite("'%s' of %s (%s)".formatted(column, name, row), value);
  }

  /** Writes the row. */
  public void end() throws IOException {
    if (row.size() != header.size()) {
      throw new IllegalStateException(
          "A row of " + row.size() + " cells in a table of " + header.size() + " columns: " + row);
    }
    printer.printRecord(row);
    row.clear();
  }

  @Override
  public void close() throws IOException {
    printer.close(true);
  }
}
