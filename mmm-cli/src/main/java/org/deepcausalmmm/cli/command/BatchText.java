package org.deepcausalmmm.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.report.files.BatchFiles;
import org.deepcausalmmm.report.files.CsvFile;
import org.deepcausalmmm.validation.RecoveryTable;

/** The table of a batch's jobs as lines of text. */
final class BatchText {
  private BatchText() {}

  /** Returns a header and a line for each job: its state, the verdict of its checks, its error. */
  static List<String> lines(Path batch) {
    List<List<String>> cells = new ArrayList<>();
    cells.add(List.of("job", "state", "health", "seconds", "error"));
    CsvFile.read(
        batch.resolve(BatchFiles.TABLE),
        row -> {
          double seconds = row.number("seconds");
          cells.add(
              List.of(
                  row.text("name"),
                  row.text("state"),
                  row.text("health"),
                  Double.isNaN(seconds) ? "" : "%.0f".formatted(seconds),
                  row.text("code")));
        });
    return RecoveryTable.aligned(cells);
  }
}
