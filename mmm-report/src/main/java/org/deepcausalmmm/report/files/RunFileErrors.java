package org.deepcausalmmm.report.files;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.deepcausalmmm.api.MmmException;
import org.jspecify.annotations.Nullable;

/** The errors of a run directory that cannot be read. */
public final class RunFileErrors {
  private static final String GIVE_A_RUN =
      "Give the directory that 'mmm fit' wrote with --out, unchanged.";

  private RunFileErrors() {}

  /** Returns MMM-DATA-091: a file of a run directory is missing or damaged. */
  public static MmmException unreadable(Path file, @Nullable Throwable cause) {
    return ReportCode.RUN_UNREADABLE.error(
        "%s cannot be read as part of a run directory%s.".formatted(file, damage(cause)),
        GIVE_A_RUN,
        cause);
  }

  /** Returns MMM-DATA-091: a directory is not one that a fit wrote. */
  public static MmmException noRun(Path directory) {
    return ReportCode.RUN_UNREADABLE.error(
        "%s is not a run directory: it has no %s.".formatted(directory, RunFiles.MODEL),
        GIVE_A_RUN);
  }

  /** Returns MMM-DATA-301: a directory is not one that an optimisation wrote. */
  public static MmmException noPlan(Path directory, @Nullable Throwable cause) {
    return ReportCode.NOT_A_PLAN.error(
        "%s is not the directory of a plan.".formatted(directory),
        "Give directories that 'mmm optimize' wrote with --out, or files such as plan.csv.",
        cause);
  }

  /** Returns what is wrong with a file, in words that are not those of its parser. */
  private static String damage(@Nullable Throwable cause) {
    if (cause instanceof JsonParseException json) {
      return " (it is not JSON: see line %s)".formatted(json.getLocation().getLineNr());
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
    return " (" + (message == null ? cause.getClass().getSimpleName() : message) + ")";
  }
}
