package org.deepcausalmmm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FitCommandTest {
  @TempDir Path directory;

  @Test
  void aFitWritesEveryFileShowsItsProgressAndCanBeReplaced() throws IOException {
    Path data =
        Files.writeString(directory.resolve("data.csv"), "\uFEFF" + SampleData.of(2, 60).csv(";"));
    Path run = directory.resolve("run");

    CommandRun fit = CommandRun.of("fit", data, "--out", run, "--holdout", 8, "--quick");

    assertThat(fit.exitCode()).as(fit.err()).isZero();
    assertThat(fit.out()).isEmpty();
    assertThat(fit.err().lines())
        .anyMatch(
            line ->
                line.equals(
                    "Roles detected: outcome revenue, 2 channels (tv, search), 1 control (price), time"
                        + " in week, regions in region."))
        .anyMatch(line -> line.startsWith("structure"))
        .anyMatch(line -> line.matches("fit, round 1 of \\d+  step 0 of \\d+  loss .*"))
        .anyMatch(line -> line.startsWith("posterior"))
        .anyMatch(line -> line.startsWith("counterfactuals"))
        .anyMatch(line -> line.equals("Report: " + run.resolve("report.html")));
    assertThat(entries(run))
        .contains(
            "summary.json",
            "channels.csv",
            "contributions.csv",
            "predictions.csv",
            "response_curves.csv",
            "edges.csv",
            "parameters.csv",
            "model.mmm",
            "config.yaml",
            "report.html");
    assertThat(run.resolve("summary.json")).content().contains("\"holdout\"", "\"naive\"");
    assertThat(entries(directory)).containsExactlyInAnyOrder("data.csv", "run");

    Path marker = Files.writeString(run.resolve("refresh.csv"), "of the old run");
    // The run that is replaced may not be read by the same command.
    Path config = Files.copy(run.resolve("config.yaml"), directory.resolve("config.yaml"));
    CommandRun again =
        CommandRun.of("fit", data, "--config", config, "--out", run, "--force", "--quiet");
    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(again.err()).isEmpty();
    assertThat(marker).doesNotExist();
    assertThat(entries(directory)).containsExactlyInAnyOrder("config.yaml", "data.csv", "run");

    Files.delete(run.resolve("report.html"));
    assertThat(CommandRun.of("report", run).exitCode()).isZero();
    assertThat(run.resolve("report.html")).exists();
  }

  private static Stream<String> entries(Path directory) throws IOException {
    try (Stream<Path> paths = Files.list(directory)) {
      return paths.map(path -> path.getFileName().toString()).toList().stream();
    }
  }
}
