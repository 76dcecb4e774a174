package org.deepcausalmmm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans for data that say of one channel what people met, and not what it cost. */
class PlanOfUnpaidChannelTest {
  @TempDir Path directory;

  private Path fit(String channels) throws IOException {
    Path data = Files.writeString(directory.resolve("data.csv"), SampleData.of(1, 60).csv());
    Path config =
        Files.writeString(
            directory.resolve("config.yaml"),
            """
            data:
              time: week
              outcome: revenue
              channels: [%s]
            fit: {draws: 40}
            """
                .formatted(channels));
    Path run = directory.resolve("run");
    CommandRun fit =
        CommandRun.of(
            "fit", data, "--config", config, "--out", run, "--quick", "--quiet", "--threads", 1);
    assertThat(fit.exitCode()).as(fit.err()).isZero();
    return run;
  }

  @Test
  void aPlanFileThatNamesItIsRefused() throws IOException {
    Path run = fit("{name: tv, exposure: tv_spend}, {name: search, spend: search_spend}");
    Path plan =
        Files.writeString(
            directory.resolve("plan.csv"),
            "week,channel,spend\n2023-02-27,search,20\n2023-02-27,tv,30\n");
    CommandRun refused = CommandRun.of("scenario", "compare", plan, "--run", run);
    assertThat(refused.exitCode()).as(refused.err()).isEqualTo(3);
    assertThat(refused.err()).contains("MMM-DATA-303").contains("'tv'").contains("Leave");
    Files.writeString(plan, "week,channel,spend\n2023-02-27,search,20\n");
    CommandRun judged = CommandRun.of("scenario", "compare", plan, "--run", run);
    assertThat(judged.exitCode()).as(judged.err()).isZero();
    assertThat(judged.out()).contains("spend search");
  }

  @Test
  void thereIsNothingToPlanWithoutAnySpend() throws IOException {
    Path run = fit("{name: tv, exposure: tv_spend}");
    CommandRun refused =
        CommandRun.of("optimize", run, "--budget", 100, "--out", directory.resolve("plan"));
    assertThat(refused.exitCode()).as(refused.err()).isEqualTo(2);
    assertThat(refused.err()).contains("MMM-USAGE-301").contains("spend");
    assertThat(directory.resolve("plan")).doesNotExist();
  }
}
