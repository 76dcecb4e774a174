package org.deepcausalmmm.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import org.deepcausalmmm.core.analysis.ChannelEvidence.Grade;
import org.deepcausalmmm.report.files.CsvFile;
import org.deepcausalmmm.report.files.RunFiles;

/** The channels of a run whose estimate may be demand that they only follow. */
final class Confounded {
  private Confounded() {}

  /** Returns the channels that the run's table grades confounded; none without table or grades. */
  static SortedSet<String> channels(Path run) {
    SortedSet<String> confounded = new TreeSet<>();
    Path table = run.resolve(RunFiles.CHANNELS);
    if (Files.isRegularFile(table)) {
      CsvFile.read(
          table,
          row -> {
            if (row.has("evidence")
                && row.text("evidence").equalsIgnoreCase(Grade.CONFOUNDED.name())) {
              confounded.add(row.text("channel"));
            }
          });
    }
    return confounded;
  }
}
