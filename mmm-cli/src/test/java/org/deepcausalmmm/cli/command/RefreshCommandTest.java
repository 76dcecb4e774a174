package org.deepcausalmmm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefreshCommandTest {
  private static final int WEEKS = 60;

  @TempDir static Path directory;
  private static Path data = Path.of("");
  private static Path more = Path.of("");
  private static Path run = Path.of("");

  /** Fits one region; the sample draws the same numbers for its first weeks. */
  @BeforeAll
  static void fit() throws IOException {
    data = Files.writeString(directory.resolve("data.csv"), SampleData.of(1, WEEKS).csv());
    more = Files.writeString(directory.resolve("more.csv"), SampleData.of(1, WEEKS + 4).csv());
    run = directory.resolve("run");
    CommandRun fit = CommandRun.of("fit", data, "--out", run, "--quick", "--threads", 1, "--quiet");
    assertThat(fit.exitCode()).as(fit.err()).isZero();
  }

  @Test
  void continuesARunAndThenChecksIt() throws IOException {
    Path refreshed = directory.resolve("refreshed");
    CommandRun fit = CommandRun.of("fit", more, "--refresh", run, "--out", refreshed);
    assertThat(fit.exitCode()).as(fit.err()).isZero();
    assertThat(fit.err()).contains("ROI changed by").doesNotContain("structure  step");
    assertThat(refreshed.resolve("config.yaml"))
        .hasSameTextualContentAs(run.resolve("config.yaml"));
    assertThat(Files.readAllLines(refreshed.resolve("refresh.csv")))
        .hasSize(3)
        .first()
        .isEqualTo(
            "channel,roi_before,roi_before_lower,roi_before_upper,roi,roi_lower,roi_upper,change,"
                + "inside");
    assertThat(run.resolve("refresh.csv")).doesNotExist();
    assertThat(run.resolve("summary.json")).content().contains("\"draws\" : 1200");
    assertThat(refreshed.resolve("summary.json")).content().contains("\"draws\" : 600");

    CommandRun wrong = CommandRun.of("check-model", refreshed, data, "--quiet");
    assertThat(wrong.exitCode()).isEqualTo(3);
    assertThat(wrong.err()).contains("MMM-DATA-424");

    CommandRun check = CommandRun.of("check-model", refreshed, more, "--quiet");
    assertThat(check.exitCode()).as(check.err()).isZero();
    assertThat(check.out()).contains("seeds_agree = ", "placebo = ", "perturbation = ");
    assertThat(refreshed.resolve("summary.json"))
        .content()
        .contains("\"seeds_agree\"", "\"placebo\"", "\"refresh_stability\"", "\"fit\"");
    assertThat(refreshed.resolve("report.html")).content().contains("eeds agree");
  }

  @Test
  void refusesDataThatDoNotContinueTheRun() {
    CommandRun same = CommandRun.of("fit", data, "--refresh", run, "--out", directory.resolve("x"));
    assertThat(same.exitCode()).isEqualTo(3);
    assertThat(same.err()).contains("MMM-DATA-422");
    assertThat(directory.resolve("x")).doesNotExist();
  }

  @Test
  void refusesOptionsThatWouldChangeTheConfiguration() {
    CommandRun seed =
        CommandRun.of("fit", more, "--refresh", run, "--seed", 3, "--out", directory.resolve("x"));
    assertThat(seed.exitCode()).isEqualTo(2);
    assertThat(seed.err()).contains("--refresh keeps the configuration");
  }
}
