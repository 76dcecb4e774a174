package org.deepcausalmmm.cli.run;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;
import org.jspecify.annotations.Nullable;

/** Words what can go wrong with a run directory. */
public final class RunErrors {
  private RunErrors() {}

  private static final String GIVE_A_RUN =
      "Give the directory that 'mmm fit' wrote with --out, unchanged.";

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

  /** Says that a file of a run directory is missing or not what it should be. */
  public static MmmException unreadable(Path file, @Nullable Throwable cause) {
    return new MmmException(
        ErrorKind.DATA,
        91,
        "%s cannot be read as part of a run directory%s.".formatted(file, damage(cause)),
        GIVE_A_RUN,
        cause);
  }

  /** Says that a directory is none that a fit wrote. */
  public static MmmException noRun(Path directory) {
    return new MmmException(
        ErrorKind.DATA,
        91,
        "%s is not a run directory: it has no %s.".formatted(directory, RunFiles.MODEL),
        GIVE_A_RUN);
  }

  /** Says what is wrong with a file in words that are not those of its parser. */
  private static String damage(@Nullable Throwable cause) {
    if (cause instanceof JsonParseException json) {
      return " (it is not JSON: see line %d)".formatted(json.getLocation().getLineNr());
    }
    if (cause instanceof JsonProcessingException) {
      return " (it does not hold what a fit writes)";
    }
    if (cause instanceof NoSuchFileException || cause instanceof FileNotFoundException) {
      return " (it is not there)";
    }
    if (cause instanceof IllegalArgumentException || cause instanceof UncheckedIOException) {
      return " (it is not the table that a fit writes)";
    }
    return reason(cause);
  }

  private static String reason(@Nullable Throwable cause) {
    if (cause == null) {
      return "";
    }
    String message = cause.getMessage();
    return " (" + cause.getClass().getSimpleName() + (message == null ? "" : ": " + message) + ")";
  }
}
