package org.deepcausalmmm.cli.run;

import java.io.IOException;
import java.nio.file.Path;
import org.deepcausalmmm.core.planning.PlannedForecast;
import org.deepcausalmmm.data.estimate.Interval;

/** The writer of a forecast of planned weeks. */
public final class ForecastWriter {
  private ForecastWriter() {}

  /** Writes a row for each region and week. */
  public static void write(PlannedForecast forecast, OutputFile file) {
    file.write(path -> table(forecast, path));
  }

  private static void table(PlannedForecast forecast, Path file) throws IOException {
    try (CsvTable table = CsvTable.create(file, "geo", "time", "predicted", "lower", "upper")) {
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
  }
}
