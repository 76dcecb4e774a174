package org.deepcausalmmm.cli.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.deepcausalmmm.core.refresh.RoiChange;

/** The writer of the change of each channel's ROI since the earlier run. */
final class RefreshTable {
  private RefreshTable() {}

  static void write(List<RoiChange> changes, Path file) throws IOException {
    String[] header =
        CsvTable.join(
            CsvTable.join(new String[] {"channel"}, CsvTable.bounded("roi_before", "roi")),
            "change",
            "inside");
    try (CsvTable table = CsvTable.create(file, header)) {
      for (RoiChange change : changes) {
        table
            .text(change.channel())
            .interval(change.before())
            .interval(change.after())
            .number(change.relative())
            .text(Boolean.toString(change.inside()))
            .end();
      }
    }
  }
}
