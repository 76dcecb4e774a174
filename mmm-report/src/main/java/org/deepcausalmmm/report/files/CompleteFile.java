package org.deepcausalmmm.report.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.deepcausalmmm.api.MmmException;

/** A file that appears, in place of the one that is there, when it is complete. */
public final class CompleteFile {
  /** A writer of a file's content. */
  @FunctionalInterface
  public interface CompleteContent {
    /** Writes the content to a file. */
    void write(Path file) throws IOException;
  }

  private CompleteFile() {}

  /**
   * Writes a file beside its place and then moves it there.
   *
   * @throws MmmException MMM-SYSTEM-003 if it cannot be written
   */
  public static void write(Path file, CompleteContent content) {
    Path partial = file.resolveSibling("." + file.getFileName() + ".partial");
    try {
      content.write(partial);
      Files.move(
          partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw ReportCode.FILE_NOT_WRITTEN.error(
          "%s cannot be written (%s).".formatted(file, e),
          "Check that the directory can be written and that the disk has room.",
          e);
    }
  }
}
