package org.deepcausalmmm.cli.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.deepcausalmmm.core.planning.PlannedForecast;
import org.deepcausalmmm.data.estimate.Interval;

/** Writes the forecast of planned weeks. */
public final class ForecastWriter {
  private ForecastWriter() {}

  /**
   * Requires that a file may be written.
   *
   * @throws org.deepcausalmmm.api.MmmException MMM-USAGE-001 if it exists and may not be replaced,
   *     or is a directory
   */
  public static void requireFree(Path file, boolean force) {
    if (Files.isDirectory(file)) {
      throw RunErrors.isDirectory(file);
    }
    if (!force && Files.exists(file)) {
      throw RunErrors.exists(file, RunErrors.FORCE);
    }
  }

  private static void deleteQuietly(Path partial) {
    try {
      Files.deleteIfExists(partial);
    } catch (IOException e) {
      // It could not be written either, which is what is reported.
    }
  }

  /** Writes a row for each region and week; the file appears when it is complete. */
  public static void write(PlannedForecast forecast, Path file) {
    Path target = file.toAbsolutePath();
    Path partial = target.resolveSibling("." + target.getFileName() + ".partial");
    try {
      if (target.getParent() != null) {
        Files.createDirectories(target.getParent());
      }
      try (CsvTable table =
          CsvTable.create(partial, "geo", "time", "predicted", "lower", "upper")) {
        for (int r = 0; r < forecast.panel().regionCount(); r++) {
          for (int t = 0; t < forecast.weeks(); t++) {
            Interval outcome = forecast.region(r, t);
            table
                .text(forecast.panel().regions().get(r))
                .text(forecast.label(t))
                .interval(outcome)
                .end();
          }
        }
      }
      Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw RunErrors.notWritable(target, e);
    } finally {
      deleteQuietly(partial);
    }
  }
}
