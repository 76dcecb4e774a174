package org.deepcausalmmm.server.run;

import java.io.IOException;
import java.nio.file.Path;
import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;
import org.jspecify.annotations.Nullable;

/** Words what can go wrong with a run directory. */
public final class RunErrors {
  private RunErrors() {}

  static MmmException exists(Path target) {
    return new MmmException(
        ErrorKind.USAGE,
        1,
        "%s exists already.".formatted(target),
        "Choose another --out, or add --force to replace it once the new run is complete.");
  }

  static MmmException notARun(Path target) {
    return new MmmException(
        ErrorKind.USAGE,
        2,
        "%s exists and is not a run directory (it has no %s), so --force does not replace it."
            .formatted(target, RunFiles.SUMMARY),
        "Choose another --out.");
  }

  static MmmException notWritable(Path target, @Nullable IOException cause) {
    return new MmmException(
        ErrorKind.SYSTEM,
        1,
        "%s cannot be written%s.".formatted(target, reason(cause)),
        "Check that its parent directory can be written and that the disk has room.",
        cause);
  }

  /** Says that writing into a directory ended early. */
  public static MmmException notWritten(Path target, IOException cause) {
    return new MmmException(
        ErrorKind.SYSTEM,
        2,
        "%s cannot be written (%s).".formatted(target, cause),
        "Check that the disk has room and that the directory can be written.",
        cause);
  }

  /** Says that a file of a run directory is missing or not what it should be. */
  public static MmmException unreadable(Path file, @Nullable Throwable cause) {
    return new MmmException(
        ErrorKind.DATA,
        91,
        "%s cannot be read as part of a run directory%s.".formatted(file, reason(cause)),
        "Give the directory that 'mmm fit' wrote with --out, unchanged.",
        cause);
  }

  private static String reason(@Nullable Throwable cause) {
    if (cause == null) {
      return "";
    }
    String message = cause.getMessage();
    return " (" + cause.getClass().getSimpleName() + (message == null ? "" : ": " + message) + ")";
  }
}
