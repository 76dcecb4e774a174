package org.deepcausalmmm.cli.run;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.deepcausalmmm.report.handout.HandOut;

/** The writer of hand-outs into the run directory that they are made from. */
public final class HandOutWriter {
  private HandOutWriter() {}

  /**
   * Writes a hand-out in place of the one that is there; it appears when it is complete.
   *
   * @return the file
   * @throws org.deepcausalmmm.api.MmmException MMM-DATA-091 if the run cannot be read,
   *     MMM-SYSTEM-002 if the file cannot be written
   */
  public static Path write(HandOut handOut, Path run) {
    Path file = run.resolve(handOut.fileName());
    Path partial = run.resolve("." + handOut.fileName() + ".partial");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(partial))) {
        handOut.write(run, out);
      }
      Files.move(
          partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw RunErrors.notWritten(file, e);
    } finally {
      try {
        Files.deleteIfExists(partial);
      } catch (IOException e) {
        // It could not be written either, which is what is reported.
      }
    }
    return file;
  }
}
