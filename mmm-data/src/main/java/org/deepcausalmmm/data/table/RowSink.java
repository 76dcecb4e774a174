package org.deepcausalmmm.data.table;

import java.util.List;

/** The receiver of the rows of a source one after the other, the header among them. */
@FunctionalInterface
public interface RowSink {

  /**
   * Receives a row.
   *
   * @param line the line of the file, or the number of the row, from 1 on
   * @param cells the texts, trimmed; empty where nothing is known
   */
  void row(int line, List<String> cells);
}
