package org.deepcausalmmm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.deepcausalmmm.report.files.CsvFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The story of docs/experiments.md, run as it stands there. */
class ExperimentsStoryTest {
  @TempDir private Path directory = Path.of("");

  @Test
  void theStoryRunsFromDesignToPlan() throws IOException {
    String document = Files.readString(Path.of("..", "docs", "experiments.md"));
    int begin = document.indexOf("./mmm simulate");
    List<String> lines = document.substring(begin, document.indexOf("```", begin)).lines().toList();
    assertThat(lines).hasSize(8);
    for (String line : lines) {
      run(line.split(" ", -1));
    }
    assertThat(directory.resolve("plan/plan.csv")).exists();
    assertThat(rows("design/schedule.csv")).isGreaterThan(10);
    assertThat(rows("rank/values.csv")).isGreaterThan(2);
    assertThat(directory.resolve("read/report.html")).exists();
    CsvFile.read(
        directory.resolve("after/experiments.csv"),
        row -> {
          assertThat(row.text("channel")).isEqualTo("tv");
          assertThat(row.number("measured")).isNegative();
          assertThat(row.number("simulated_upper")).isNegative();
          assertThat(row.number("agreement")).isBetween(0.01, 1.0);
        });
    CsvFile.read(
        directory.resolve("after/channels.csv"),
        row ->
            assertThat(row.text("evidence_reason").startsWith("The experiment"))
                .isEqualTo(row.text("channel").equals("tv")));
    refusals();
  }

  private void run(String... words) throws IOException {
    if (words[0].equals("cat")) {
      Files.writeString(
          place(words[4]), Files.readString(place(words[1])) + Files.readString(place(words[2])));
      return;
    }
    Object[] arguments = new Object[words.length - 1];
    for (int i = 1; i < words.length; i++) {
      arguments[i - 1] = words[i].startsWith("story/") ? place(words[i]) : words[i];
    }
    CommandRun run = CommandRun.of(arguments);
    assertThat(run.exitCode()).as(String.join(" ", words) + run.err()).isZero();
  }

  private Path place(String word) {
    return directory.resolve(word.substring("story/".length()));
  }

  private int rows(String file) {
    AtomicInteger rows = new AtomicInteger();
    CsvFile.read(directory.resolve(file), row -> rows.incrementAndGet());
    return rows.get();
  }

  private void refusals() {
    Path data = directory.resolve("world/data.csv");
    CommandRun unknown =
        CommandRun.of(
            "experiment",
            "read",
            data,
            "--treated",
            "region_99",
            "--from",
            "2022-09-12",
            "--to",
            "2022-11-07",
            "--out",
            directory.resolve("none"));
    assertThat(unknown.exitCode()).isEqualTo(3);
    assertThat(unknown.err()).contains("MMM-DATA-702", "region_99");
    CommandRun kind =
        CommandRun.of(
            "experiment",
            "read",
            data,
            "--treated",
            "region_1",
            "--from",
            "2022-09-12",
            "--to",
            "2022-11-07",
            "--kind",
            "dark",
            "--out",
            directory.resolve("none"));
    assertThat(kind.exitCode()).isEqualTo(2);
    assertThat(kind.err()).contains("MMM-USAGE-701", "go-dark");
    assertThat(directory.resolve("none")).doesNotExist();
  }
}
