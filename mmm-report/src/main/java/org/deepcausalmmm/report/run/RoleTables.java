package org.deepcausalmmm.report.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.report.files.CsvFile;
import org.deepcausalmmm.report.files.RunFiles;
import org.deepcausalmmm.report.run.ReportModel.FrequencyRow;
import org.deepcausalmmm.report.run.ReportModel.ReachPoint;
import org.deepcausalmmm.report.run.ReportModel.TreatmentRow;

/** The tables of roles that only some data have: reach and frequency, treatments. */
final class RoleTables {
  private final Path run;

  RoleTables(Path run) {
    this.run = run;
  }

  /** Returns the response to frequency by channel; empty without reach and frequency. */
  List<FrequencyRow> frequency() {
    if (!Files.isRegularFile(run.resolve(RunFiles.BEST_FREQUENCY))) {
      return List.of();
    }
    Map<String, List<ReachPoint>> points = new LinkedHashMap<>();
    CsvFile.read(
        run.resolve(RunFiles.FREQUENCY),
        row ->
            points
                .computeIfAbsent(row.text("channel"), name -> new ArrayList<>())
                .add(
                    new ReachPoint(
                        row.number("frequency"),
                        row.interval("response"),
                        row.interval("per_contact"))));
    List<FrequencyRow> rows = new ArrayList<>();
    CsvFile.read(
        run.resolve(RunFiles.BEST_FREQUENCY),
        row ->
            rows.add(
                new FrequencyRow(
                    row.text("channel"),
                    row.number("mean_frequency"),
                    row.interval("best_frequency"),
                    row.interval("gain"),
                    row.text("determined").equals("yes"),
                    points.getOrDefault(row.text("channel"), List.of()))));
    return rows;
  }

  /** Returns the effects of treatments other than media; empty without any. */
  List<TreatmentRow> treatments() {
    List<TreatmentRow> rows = new ArrayList<>();
    if (Files.isRegularFile(run.resolve(RunFiles.TREATMENTS))) {
      CsvFile.read(
          run.resolve(RunFiles.TREATMENTS),
          row ->
              rows.add(
                  new TreatmentRow(
                      row.text("treatment"),
                      row.number("baseline"),
                      row.interval("contribution"),
                      row.interval("share"))));
    }
    return rows;
  }
}
