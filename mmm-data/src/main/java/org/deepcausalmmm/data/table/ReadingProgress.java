package org.deepcausalmmm.data.table;

/** The receiver of how much of a large file has been read. */
@FunctionalInterface
public interface ReadingProgress {
  /** The progress that nobody looks at. */
  ReadingProgress NONE = (bytes, total) -> {};

  /**
   * Receives how much has been read.
   *
   * @param bytes of the file so far
   * @param total of the file
   */
  void read(long bytes, long total);
}
