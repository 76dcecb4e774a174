package org.deepcausalmmm.data.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * A writer of tables in another format than text, such as Parquet, found by {@link ServiceLoader}.
 */
public interface TableConverter {
  /** Returns whether files of this name are written. */
  boolean writes(Path target);

  /**
   * Writes a table of the platform in this format.
   *
   * @param csv the table with a header; its cells are numbers with a decimal point, or empty
   * @param texts the columns whose cells are texts
   * @param target the file to write, in place of one that is there
   */
  void convert(Path csv, Set<String> texts, Path target) throws IOException;

  /** Returns the converter of files of a name; empty if none is on the class path. */
  static Optional<TableConverter> of(Path target) {
    return ServiceLoader.load(TableConverter.class, TableConverter.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .filter(converter -> converter.writes(target))
        .findFirst();
  }
}
