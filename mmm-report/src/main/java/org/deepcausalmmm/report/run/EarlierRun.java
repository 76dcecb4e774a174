package org.deepcausalmmm.report.run;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.report.files.CsvFile;
import org.deepcausalmmm.report.files.RunFiles;

/** The figures of a run that another one continues. */
public final class EarlierRun {
  private EarlierRun() {}

  /**
   * Returns the ROI of each channel that has spend, by name.
   *
   * @throws org.deepcausalmmm.api.MmmException if it is no run directory or the file is damaged
   */
  public static Map<String, Interval> roi(Path run) {
    Map<String, Interval> roi = new LinkedHashMap<>();
    CsvFile.read(
        run.resolve(RunFiles.CHANNELS),
        row -> {
          Interval interval = row.optionalInterval("roi");
          if (interval != null) {
            roi.put(row.text("channel"), interval);
          }
        });
    return roi;
  }
}
