package org.deepcausalmmm.cli.experiment;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.deepcausalmmm.cli.base.Version;
import org.deepcausalmmm.cli.run.CsvTable;
import org.deepcausalmmm.cli.run.Numbers;
import org.deepcausalmmm.cli.run.RunWriter;
import org.deepcausalmmm.optimizer.media.ExperimentWorth;
import org.deepcausalmmm.report.files.ExperimentFiles;
import org.deepcausalmmm.report.files.FileDigests;
import org.deepcausalmmm.report.files.RunFiles;
import org.deepcausalmmm.report.html.ExperimentReportWriter;

/** The writer of the directory of ranked experiments. */
public final class ValueWriter {
  private static final int FORMAT = 1;
  private static final JsonNodeFactory NODES = new JsonNodeFactory(true);

  private ValueWriter() {}

  /**
   * Writes into a directory that exists and is empty.
   *
   * @param ranked the most valuable first
   * @param budget of the planned weeks
   */
  public static void write(List<ExperimentWorth> ranked, double budget, Path directory)
      throws IOException {
    try (CsvTable csv =
        CsvTable.create(
            directory.resolve(ExperimentFiles.VALUES),
            "rank",
            "channel",
            "experiment",
            "value",
            "value_lower",
            "value_upper",
            "lift",
            "spend_change",
            "net_value",
            "standard_error",
            "changes_plan")) {
      for (int i = 0; i < ranked.size(); i++) {
        ExperimentWorth worth = ranked.get(i);
        csv.whole(i + 1)
            .text(worth.experiment().channel())
            .text(worth.experiment().label())
            .interval(worth.value())
            .figure(worth.lift())
            .figure(worth.experiment().spendChange())
            .figure(worth.net())
            .figure(worth.experiment().standardError())
            .figure(worth.changesPlan())
            .end();
      }
    }
    ObjectNode root = NODES.objectNode();
    root.put("format", FORMAT);
    root.put("version", Version.current());
    root.put("kind", "experiment-ranking");
    root.set("budget", NODES.numberNode(Numbers.json(budget)));
    root.put("experiments", ranked.size());
    root.set(
        FileDigests.KEY, FileDigests.of(directory, new TreeSet<>(Set.of(ExperimentFiles.VALUES))));
    RunWriter.json(directory.resolve(RunFiles.SUMMARY), root);
    ExperimentReportWriter.write(directory);
  }
}
