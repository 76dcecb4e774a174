package org.deepcausalmmm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is wrong with the input, {@code mmm fit} says what, where and what to do, ends with the
 * code of its group, and leaves nothing behind.
 */
class BadInputTest {
  private static final int USAGE = 2;
  private static final int DATA = 3;
  private static final int CONFIGURATION = 4;
  private static final int PLUGIN = 5;

  private static final String ROLES =
      """
      data:
        geo: region
        time: week
        outcome: revenue
        channels:
          - {name: tv, spend: tv_spend}
          - {name: search, spend: search_spend}
      """;

  @TempDir Path directory;
  private Path data;
  private Path config;

  @BeforeEach
  void place() {
    data = directory.resolve("data.csv");
    config = directory.resolve("config.yaml");
  }

  private CommandRun fit(String text) throws IOException {
    Files.writeString(data, text);
    return fit();
  }

  private CommandRun fit() {
    Path out = directory.resolve("deep").resolve("run");
    return Files.exists(config)
        ? CommandRun.of("fit", data, "--config", config, "--out", out)
        : CommandRun.of("fit", data, "--out", out);
  }

  /** Requires the code and the exit code, every phrase, advice below, no trace and no file. */
  private void requireRefused(CommandRun run, int exitCode, String code, String... phrases)
      throws IOException {
    assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
    assertThat(run.out()).isEmpty();
    List<String> lines = run.err().lines().dropWhile(line -> !line.startsWith("MMM-")).toList();
    assertThat(lines).as(run.err()).hasSize(2);
    assertThat(lines.get(0)).startsWith(code + ": ");
    for (String phrase : phrases) {
      assertThat(lines.get(0)).contains(phrase);
    }
    assertThat(lines.get(1)).as("advice").endsWith(".").hasSizeGreaterThan(10);
    assertThat(run.err()).doesNotContain("\tat ");
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left.filter(path -> !path.equals(data) && !path.equals(config))).isEmpty();
    }
  }

  private static String threeChannels(String line) {
    StringBuilder text = new StringBuilder("week;revenue;tv_spend;search_spend;total_spend\n");
    for (int t = 1; t <= 60; t++) {
      int tv = 100 + t * 37 % 90;
      int search = 50 + t * 53 % 70;
      text.append(line.formatted(t, 1000 + t * 71 % 300, tv, search, tv + search)).append('\n');
    }
    return text.toString();
  }

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
        "may stand before decimals or thousands");
  }

  @Test
  void aKeyIsMistypedInPlaceOfOneThatIsNeeded() throws IOException {
    Files.writeString(config, ROLES.replace("outcome:", "outcomee:"));
    Files.writeString(data, threeChannels("%d;%d;%d;%d;%d"));
    requireRefused(fit(), CONFIGURATION, "MMM-CONFIG-003", "unknown key 'outcomee'");
  }

  @Test
  void aControlIsNoColumn() throws IOException {
    Files.writeString(config, ROLES + "  controls:\n    - price\n    - weather\n");
    requireRefused(
        fit(SampleData.of(2, 60).csv()),
        DATA,
        "MMM-DATA-010",
        config + ", line 9, data.controls[1]: ",
        "no column 'weather'");
  }

  @Test
  void aTabIndents() throws IOException {
    Files.writeString(config, "data:\n\ttime: week\n");
    Files.writeString(data, threeChannels("%d;%d;%d;%d;%d"));
    requireRefused(fit(), CONFIGURATION, "MMM-CONFIG-002", "line 2", "TAB");
  }

  private String withPrior(String prior) {
    return ROLES.replace("  geo: region\n", "") + "model:\n  priors: [{" + prior + "}]\n";
  }

  @Test
  void aPriorSpeaksOfAParameterThatEachChannelHas() throws IOException {
    Files.writeString(
        config,
        withPrior("type: parameter, component: saturation, parameter: slope, mean: 3, sd: 1"));
    Files.writeString(data, threeChannels("%d;%d;%d;%d;%d"));
    requireRefused(fit(), CONFIGURATION, "MMM-CONFIG-061", "'slope'", "without a channel");
  }

  @Test
  void aPriorBelievesWhatCannotBe() throws IOException {
    Files.writeString(
        config,
        withPrior(
            "type: parameter, component: saturation, parameter: slope, channel: tv, mean: -5, sd:"
                + " 1"));
    Files.writeString(data, threeChannels("%d;%d;%d;%d;%d"));
    requireRefused(fit(), CONFIGURATION, "MMM-CONFIG-067", "'slope'", "-5", "positive");
  }

  @Test
  void aColumnThatTheConfigurationNamesIsMissing() throws IOException {
    Files.writeString(config, ROLES.replace("tv_spend", "tv_cost"));
    requireRefused(
        fit(SampleData.of(2, 60).csv()),
        DATA,
        "MMM-DATA-010",
        "tv_cost",
        data.toString(),
        config + ", line 6, data.channels[0].spend: ");
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
  void aKeyOfTheConfigurationIsUnknown() throws IOException {
    Files.writeString(config, ROLES + "model:\n  saturatoin: {type: hill}\n");
    requireRefused(
        fit(SampleData.of(2, 60).csv()),
        CONFIGURATION,
        "MMM-CONFIG-003",
        config + ", line 9",
        "saturatoin");
  }

  @Test
  void aValueOfTheConfigurationIsOfTheWrongType() throws IOException {
    Files.writeString(config, ROLES + "fit: {draws: many}\n");
    requireRefused(
        fit(SampleData.of(2, 60).csv()),
        CONFIGURATION,
        "MMM-CONFIG-005",
        config + ", line 8",
        "many");
  }

  @Test
  void theConfigurationIsMissing() throws IOException {
    Files.writeString(data, SampleData.of(2, 60).csv());
    CommandRun run =
        CommandRun.of("fit", data, "--config", config, "--out", directory.resolve("run"));
    requireRefused(run, CONFIGURATION, "MMM-CONFIG-001", config.toString());
  }

  @Test
  void aComponentIsUnknown() throws IOException {
    Files.writeString(config, ROLES + "model:\n  saturation: {type: hil}\n");
    requireRefused(fit(SampleData.of(2, 60).csv()), PLUGIN, "MMM-PLUGIN-001", "hil");
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
    requireRefused(CommandRun.of(), USAGE, "MMM-USAGE-000", "command");
  }

  @Test
  void aTraceIsShownOnlyIfAskedFor() {
    CommandRun run = CommandRun.of("--debug", "check", directory.resolve("none.csv"));
    assertThat(run.exitCode()).isEqualTo(DATA);
    assertThat(run.err()).startsWith("MMM-DATA-001").contains("\tat org.deepcausalmmm");
  }
}
