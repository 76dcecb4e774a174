package org.deepcausalmmm.cli.run;

import java.io.IOException;
import java.nio.file.Path;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.cli.base.CliCode;
import org.deepcausalmmm.report.files.RunFiles;
import org.jspecify.annotations.Nullable;

/** The errors of output places. */
public final class RunErrors {
  private RunErrors() {}

  /** The advice where an existing place can be replaced. */
  static final String FORCE =
      "Choose another --out, or add --force to replace it once the new one is complete.";

  static MmmException exists(Path target, String advice) {
    return CliCode.PLACE_TAKEN.error("%s exists already.".formatted(target), advice);
  }

  static MmmException isDirectory(Path file) {
    return CliCode.PLACE_TAKEN.error(
        "%s is a directory.".formatted(file),
        "Give the name of a file at --out, such as %s.".formatted(file.resolve("F.csv")));
  }

  static MmmException brokenLink(Path place) {
    return CliCode.PLACE_UNSUITABLE.error(
        "%s is a link to something that is not there.".formatted(place),
        "Remove the link, or choose another --out.");
  }

  static MmmException notFinite(String figure, double value) {
    return CliCode.NOT_FINITE.error(
        "The model gives %s for %s.".formatted(value, figure),
        "Check the data report for extreme values, then fit again; a model file may be damaged.");
  }

  static MmmException notRegular(Path file) {
    return CliCode.PLACE_UNSUITABLE.error(
        "%s is neither a regular file nor a directory.".formatted(file), "Choose another --out.");
  }

  static MmmException overwritesInput(Path target, Path input) {
    return CliCode.OVERWRITES.error(
        "Writing %s would overwrite %s, which this command reads.".formatted(target, input),
        "Choose another --out.");
  }

  static MmmException overwritesPart(Path target) {
    return CliCode.OVERWRITES.error(
        "%s belongs to the run, plan or backtest beside it.".formatted(target),
        "Choose another --out.");
  }

  static MmmException appeared(Path target, Path kept, IOException cause) {
    return CliCode.PLACE_CHANGED.error(
        "%s appeared or changed while the result was computed. The result is kept in %s."
            .formatted(target, kept),
        "Compare the two, then rename the one that you want to keep.",
        cause);
  }

  static MmmException notPublished(Path target, Path kept, IOException cause) {
    return CliCode.NOT_WRITABLE.error(
        "%s cannot be written%s. The result is kept in %s.".formatted(target, reason(cause), kept),
        "Check the permissions of its parent directory, then rename the result.",
        cause);
  }

  static MmmException ofAnotherKind(Path target, DirectoryKind kind) {
    return CliCode.PLACE_UNSUITABLE.error(
        "%s exists and is not a %s (it has no %s beside a %s), so --force does not replace it."
            .formatted(target, kind.title(), kind.marker(), RunFiles.SUMMARY),
        "Choose another --out.");
  }

  static MmmException holdsMore(Path target, String name) {
    return CliCode.PLACE_UNSUITABLE.error(
        "%s holds '%s', which --force would delete with it.".formatted(target, name),
        "Move that away, or choose another --out.");
  }

  static MmmException notWritable(Path target, @Nullable IOException cause) {
    return CliCode.NOT_WRITABLE.error(
        "%s cannot be written%s.".formatted(target, reason(cause)),
        "Check that its parent directory can be written and that the disk has room.",
        cause);
  }

  /** Returns MMM-SYSTEM-002: writing into a directory ended early. */
  public static MmmException notWritten(Path target, IOException cause) {
    return CliCode.NOT_WRITTEN.error(
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
