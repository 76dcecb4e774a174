package org.deepcausalmmm.cli.run;

import java.io.IOException;
import java.nio.file.Path;
import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.report.files.RunFiles;
import org.jspecify.annotations.Nullable;

/** Words what can go wrong with a run directory. */
public final class RunErrors {
  private RunErrors() {}

  /** Advises where an existing place can be replaced. */
  static final String FORCE =
      "Choose another --out, or add --force to replace it once the new one is complete.";

  static MmmException exists(Path target, String advice) {
    return new MmmException(ErrorKind.USAGE, 1, "%s exists already.".formatted(target), advice);
  }

  static MmmException isDirectory(Path file) {
    return new MmmException(
        ErrorKind.USAGE,
        1,
        "%s is a directory.".formatted(file),
        "Give the name of a file at --out, such as %s.".formatted(file.resolve("F.csv")));
  }

  static MmmException ofAnotherKind(Path target, DirectoryKind kind) {
    return new MmmException(
        ErrorKind.USAGE,
        2,
        "%s exists and is not a %s (it has no %s beside a %s), so --force does not replace it."
            .formatted(target, kind.title(), kind.marker(), RunFiles.SUMMARY),
        "Choose another --out.");
  }

  static MmmException holdsMore(Path target, String name) {
    return new MmmException(
        ErrorKind.USAGE,
        2,
        "%s holds '%s', which --force would delete with it.".formatted(target, name),
        "Move that away, or choose another --out.");
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

  private static String reason(@Nullable Throwable cause) {
    if (cause == null) {
      return "";
    }
    String message = cause.getMessage();
    return " (" + cause.getClass().getSimpleName() + (message == null ? "" : ": " + message) + ")";
  }
}
