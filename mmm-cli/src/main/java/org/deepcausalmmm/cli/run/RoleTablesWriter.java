package org.deepcausalmmm.cli.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.core.analysis.Analysis;
import org.deepcausalmmm.core.analysis.FrequencyCurve;
import org.deepcausalmmm.core.analysis.TreatmentEffect;
import org.deepcausalmmm.report.files.RunFiles;

/** The writer of the tables of roles that only some data have. */
final class RoleTablesWriter {
  private final Analysis analysis;
  private final Path directory;

  RoleTablesWriter(Analysis analysis, Path directory) {
    this.analysis = analysis;
    this.directory = directory;
  }

  /** Returns the names of the tables that an analysis has. */
  static List<String> names(Analysis analysis) {
    List<String> names = new ArrayList<>();
    if (!analysis.frequency().isEmpty()) {
      names.add(RunFiles.FREQUENCY);
      names.add(RunFiles.BEST_FREQUENCY);
    }
    if (!analysis.treatments().isEmpty()) {
      names.add(RunFiles.TREATMENTS);
    }
    return names;
  }

  void write() throws IOException {
    if (!analysis.frequency().isEmpty()) {
      curves(analysis.frequency());
      best(analysis.frequency());
    }
    if (!analysis.treatments().isEmpty()) {
      treatments();
    }
  }

  private void curves(List<FrequencyCurve> curves) throws IOException {
    String[] header =
        CsvTable.join(
            new String[] {"channel", "frequency"}, CsvTable.bounded("response", "per_contact"));
    try (CsvTable table = CsvTable.create(directory.resolve(RunFiles.FREQUENCY), header)) {
      for (FrequencyCurve curve : curves) {
        for (FrequencyCurve.FrequencyPoint point : curve.points()) {
          table
              .text(curve.channel())
              .figure(point.frequency())
              .interval(point.response())
              .interval(point.perContact())
              .end();
        }
      }
    }
  }

  private void best(List<FrequencyCurve> curves) throws IOException {
    String[] header =
        CsvTable.join(
            CsvTable.join(
                new String[] {"channel", "mean_frequency"},
                CsvTable.bounded("best_frequency", "gain")),
            "determined");
    try (CsvTable table = CsvTable.create(directory.resolve(RunFiles.BEST_FREQUENCY), header)) {
      for (FrequencyCurve curve : curves) {
        table
            .text(curve.channel())
            .figure(curve.mean())
            .interval(curve.best())
            .interval(curve.gain())
            .text(curve.determined() ? "yes" : "no")
            .end();
      }
    }
  }

  private void treatments() throws IOException {
    String[] header =
        CsvTable.join(
            new String[] {"treatment", "baseline"}, CsvTable.bounded("contribution", "share"));
    try (CsvTable table = CsvTable.create(directory.resolve(RunFiles.TREATMENTS), header)) {
      for (TreatmentEffect treatment : analysis.treatments()) {
        table
            .text(treatment.treatment())
            .figure(treatment.baseline())
            .interval(treatment.contribution())
            .interval(treatment.share())
            .end();
      }
    }
  }
}
