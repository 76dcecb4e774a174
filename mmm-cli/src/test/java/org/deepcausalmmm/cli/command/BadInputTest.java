package org.deepcausalmmm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Whatever is wrong with the data, the place of the run or the command line is refused. */
class BadInputTest extends RefusedFit {
  @Test
  void aColumnHoldsTheMoneyOfAllChannels() throws IOException {
    String roles =
        ROLES.replace("  geo: region\n", "") + "    - {name: total, spend: total_spend}\n";
    Files.writeString(config, roles);
    Files.writeString(data, threeChannels("%d;%d;%d;%d;%d"));
    requireRefused(fit(), DATA, "MMM-DATA-033", "'total'", "sum of all others");
  }

  @Test
  void aPointMayMarkThousands() throws IOException {
    requireRefused(
        fit(threeChannels("%1$d;1.%3$d;%3$d;%4$d;%5$d")),
        DATA,
        "MMM-DATA-008",
        "'revenue'",
        "may separate decimals or thousands");
  }

  @Test
  void noColumnCanBeTheOutcome() throws IOException {
    requireRefused(
        fit(SampleData.of(2, 60).with(0, SampleData.REVENUE, "something").csv()),
        DATA,
        "MMM-DATA-011",
        "outcome",
        "something");
  }

  @Test
  void aNumberIsText() throws IOException {
    requireRefused(
        fit(SampleData.of(2, 60).with(9, SampleData.TV, "lots").csv()),
        DATA,
        "MMM-DATA-007",
        "line 10",
        "tv_spend",
        "lots");
  }

  @Test
  void aWeekIsNoDate() throws IOException {
    requireRefused(
        fit(SampleData.of(2, 60).with(3, 1, "17 January").csv()),
        DATA,
        "MMM-DATA-014",
        "line 4",
        "17 January");
  }

  @Test
  void aRegionHasAWeekTwice() throws IOException {
    SampleData sample = SampleData.of(2, 60);
    sample.rows().add(sample.rows().get(5).clone());
    requireRefused(fit(sample.csv()), DATA, "MMM-DATA-016", "lines 6 and 122", "north");
  }

  @Test
  void aSpendIsNegative() throws IOException {
    requireRefused(
        fit(SampleData.of(2, 60).with(7, SampleData.SEARCH, "-12.5").csv()),
        DATA,
        "MMM-DATA-017",
        "line 8",
        "search_spend",
        "-12.5");
  }

  @Test
  void aChannelIsZeroEverywhere() throws IOException {
    requireRefused(
        fit(SampleData.of(2, 60).withAll(SampleData.TV, "0").csv()), DATA, "MMM-DATA-021", "tv");
  }

  @Test
  void aChannelNeverVaries() throws IOException {
    requireRefused(
        fit(SampleData.of(2, 60).withAll(SampleData.SEARCH, "25").csv()),
        DATA,
        "MMM-DATA-022",
        "search");
  }

  @Test
  void thereAreFewerWeeksThanParametersCanBear() throws IOException {
    requireRefused(fit(SampleData.of(2, 20).csv()), DATA, "MMM-DATA-019", "20");
    requireRefused(fit(SampleData.of(1, 30).csv()), DATA, "MMM-DATA-020", "30");
  }

  @Test
  void theFileIsEmpty() throws IOException {
    requireRefused(fit(""), DATA, "MMM-DATA-003", data.toString());
    requireRefused(fit("region,week,revenue,tv_spend\n"), DATA, "MMM-DATA-003", data.toString());
  }

  @Test
  void theFileIsNotCsv() throws IOException {
    requireRefused(fit("PK\u0003\u0004\u0000\u0000 a workbook"), DATA, "MMM-DATA-004");
    requireRefused(fit("{\"rows\": [1, 2]}"), DATA, "MMM-DATA-004");
    Files.write(data, "region;Umsätze\nnord;1\n".getBytes(StandardCharsets.ISO_8859_1));
    requireRefused(fit(), DATA, "MMM-DATA-004", "UTF-8");
  }

  @Test
  void aNumberHasAnotherDecimalMark() throws IOException {
    requireRefused(
        fit(SampleData.of(2, 60).with(4, SampleData.REVENUE, "\"1.234,50\"").csv()),
        DATA,
        "MMM-DATA-008",
        "'revenue'",
        "1.234,50",
        "different decimal marks");
  }

  @Test
  void aRowHasTooManyCells() throws IOException {
    requireRefused(
        fit(SampleData.of(2, 60).with(4, SampleData.REVENUE, "1,234.50").csv()),
        DATA,
        "MMM-DATA-005",
        "line 5");
  }

  @Test
  void theFileIsMissingOrADirectory() throws IOException {
    requireRefused(fit(), DATA, "MMM-DATA-001", data.toString());
    Files.createDirectory(data);
    requireRefused(fit(), DATA, "MMM-DATA-002", data.toString());
  }

  /** The memory of a process exists as a file, but not even an administrator can read its start. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void theFileCannotBeRead() throws IOException {
    Path memory = Path.of("/proc/self/mem");
    CommandRun run = CommandRun.of("fit", memory, "--out", directory.resolve("run"));
    requireRefused(run, DATA, "MMM-DATA-002", memory.toString());
  }

  @Test
  void thePathLeadsThroughAFile() throws IOException {
    Files.writeString(data, SampleData.of(2, 60).csv());
    Path through = data.resolve("data.csv");
    CommandRun run = CommandRun.of("fit", through, "--out", directory.resolve("run"));
    requireRefused(run, DATA, "MMM-DATA-001", through.toString());
  }

  @Test
  void asManyWeeksAreHeldOutAsThereAre() throws IOException {
    Files.writeString(data, SampleData.of(2, 60).csv());
    CommandRun run = CommandRun.of("fit", data, "--out", directory.resolve("run"), "--holdout", 60);
    requireRefused(run, DATA, "MMM-DATA-027", "60");
  }

  @Test
  void theRunDirectoryExists() throws IOException {
    Files.writeString(data, SampleData.of(2, 60).csv());
    Path run = Files.createDirectory(directory.resolve("run"));
    Path summary = Files.writeString(run.resolve("summary.json"), "an earlier run");

    CommandRun refused = CommandRun.of("fit", data, "--out", run);

    assertThat(refused.exitCode()).isEqualTo(USAGE);
    assertThat(refused.err()).startsWith("MMM-USAGE-001: " + run).contains("--force");
    assertThat(summary).hasContent("an earlier run");
    Files.delete(summary);
    Path other = Files.writeString(run.resolve("thesis.txt"), "years of work");
    CommandRun forced = CommandRun.of("fit", data, "--out", run, "--force");
    assertThat(forced.exitCode()).isEqualTo(USAGE);
    assertThat(forced.err()).startsWith("MMM-USAGE-002: " + run);
    assertThat(other).hasContent("years of work");
  }

  @Test
  void theRunDirectoryCannotBeMade() throws IOException {
    Files.writeString(data, SampleData.of(2, 60).csv());
    CommandRun run = CommandRun.of("fit", data, "--out", data.resolve("run"));
    requireRefused(run, 1, "MMM-SYSTEM-001", data.resolve("run").toString());
  }

  @Test
  void theCommandLineIsWrong() throws IOException {
    Files.writeString(data, SampleData.of(2, 60).csv());
    Path out = directory.resolve("run");
    requireRefused(CommandRun.of("fit", data), USAGE, "MMM-USAGE-000", "--out");
    requireRefused(
        CommandRun.of("fit", data, "--out", out, "--threads", 0), USAGE, "MMM-USAGE-000", "0");
    requireRefused(
        CommandRun.of("fit", data, "--out", out, "--seed", "x"), USAGE, "MMM-USAGE-000", "--seed");
    requireRefused(
        CommandRun.of("fit", data, "--out", out, "--refresh", out, "--engine", "spark"),
        USAGE,
        "MMM-USAGE-000",
        "--engine has no part in a refresh");
    requireRefused(
        CommandRun.of("fit", data, "--out", out, "--engine", "cloud"),
        USAGE,
        "MMM-USAGE-000",
        "There is no engine 'cloud'");
    requireRefused(
        CommandRun.of("fit", data, "--out", out, "--workers", 2),
        USAGE,
        "MMM-USAGE-000",
        "--workers");
    requireRefused(CommandRun.of(), USAGE, "MMM-USAGE-000", "command");
  }

  @Test
  void aTraceIsShownOnlyIfAskedFor() {
    CommandRun run = CommandRun.of("--debug", "check", directory.resolve("none.csv"));
    assertThat(run.exitCode()).isEqualTo(DATA);
    assertThat(run.err()).startsWith("MMM-DATA-001").contains("\tat org.deepcausalmmm");
  }
}
