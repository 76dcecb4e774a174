package org.deepcausalmmm.cli.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.deepcausalmmm.data.estimate.Interval;
import org.jspecify.annotations.Nullable;

/** Writes a CSV file row by row: header, UTF-8, {@code .} decimals, no thousands marks. */
public final class CsvTable implements AutoCloseable {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

  private final CSVPrinter printer;
  private final int columns;
  private final List<String> row = new ArrayList<>();

  private CsvTable(CSVPrinter printer, int columns) {
    this.printer = printer;
    this.columns = columns;
  }

  /** Begins a file with its header. */
  public static CsvTable create(Path file, String... header) throws IOException {
    CSVPrinter printer =
        new CSVPrinter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), FORMAT);
    printer.printRecord((Object[]) header);
    return new CsvTable(printer, header.length);
  }

  /** Gives a column's name with those of its bounds. */
  public static String[] bounded(String... names) {
    List<String> columns = new ArrayList<>();
    for (String name : names) {
      columns.add(name);
      columns.add(name + "_lower");
      columns.add(name + "_upper");
    }
    return columns.toArray(String[]::new);
  }

  /** Joins names of columns. */
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

  /** Adds a number; an empty cell where there is none. */
  public CsvTable number(@Nullable Double value) {
    row.add(Numbers.cell(value));
    return this;
  }

  /** Adds the mean and the bounds; three empty cells where there is no interval. */
  public CsvTable interval(@Nullable Interval value) {
    number(value == null ? null : value.mean());
    number(value == null ? null : value.lower());
    return number(value == null ? null : value.upper());
  }

  /** Writes the row. */
  public void end() throws IOException {
    if (row.size() != columns) {
      throw new IllegalStateException(
          "A row of " + row.size() + " cells in a table of " + columns + " columns: " + row);
    }
    printer.printRecord(row);
    row.clear();
  }

  @Override
  public void close() throws IOException {
    printer.close(true);
  }
}
