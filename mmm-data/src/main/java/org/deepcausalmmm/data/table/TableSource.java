package org.deepcausalmmm.data.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A reader of data that are no text, such as workbooks, Parquet files and databases, found by
 * {@link java.util.ServiceLoader}.
 *
 * <p>It is called once for each file, on the thread that reads.
 */
public interface TableSource {

  /**
   * Returns whether data are of the kind that this source reads.
   *
   * @param file a file, or an address of {@link SourceAddress}
   * @param first the first bytes of the file; none of an address
   */
  boolean accepts(Path file, byte[] first);

  /**
   * Hands over all rows, the header among them: texts, numbers with a decimal point, dates as
   * 2024-01-29.
   *
   * @param options the sheet of a workbook, the query of a database
   * @throws IOException if the data cannot be read, or lack what the options name
   */
  void read(Path file, ReadingOptions options, RowSink sink) throws IOException;

  /**
   * Returns the names of the parts of a file, of which one is read, such as the sheets of a
   * workbook; empty where there are none.
   *
   * @throws IOException if the file cannot be read
   */
  default List<String> parts(Path file) throws IOException {
    return List.of();
  }
}
