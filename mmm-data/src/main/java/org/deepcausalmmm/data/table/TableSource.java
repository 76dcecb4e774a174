package org.deepcausalmmm.data.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.deepcausalmmm.data.table.Table.Row;
import org.jspecify.annotations.Nullable;

/**
 * A reader of files that are no text, such as workbooks, found by {@link java.util.ServiceLoader}.
 *
 * <p>It is called once for each file, on the thread that reads.
 */
public interface TableSource {

  /** Returns whether a file is of the kind that this source reads, by its name and first bytes. */
  boolean accepts(Path file, byte[] first);

  /**
   * Returns all rows of a file, the header among them: texts, numbers with a decimal point, dates
   * as 2024-01-29.
   *
   * @param part the name of a sheet or table inside the file; null for the first
   * @throws IOException if the file cannot be read, or has no such part
   */
  List<Row> read(Path file, @Nullable String part) throws IOException;
}
