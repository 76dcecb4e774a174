package org.deepcausalmmm.data.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.deepcausalmmm.data.table.Table.Row;

/** The writer of tables as CSV in UTF-8, with commas and plain cells. */
public final class TableWriter {
  private TableWriter() {}

  /** Writes some columns of a table. */
  public static void write(Table table, Iterable<String> columns, Appendable out) {
    int[] positions =
        java.util.stream.StreamSupport.stream(columns.spliterator(), false)
            .mapToInt(table::index)
            .toArray();
    CSVFormat format = CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get();
    try (CSVPrinter printer = new CSVPrinter(out, format)) {
      printer.printRecord(columns);
      for (Row row : table.rows()) {
        for (int position : positions) {
          printer.print(row.cells().get(position));
        }
        printer.println();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
