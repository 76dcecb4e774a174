package org.deepcausalmmm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptimizeCommandTest {
  @TempDir static Path directory;
  private static Path run;

  @BeforeAll
  static void fit() throws IOException {
    run = SampleData.quickRun(directory);
  }

  private static Path rules(String name, String yaml) throws IOException {
    return Files.writeString(directory.resolve(name), yaml);
  }

  private static JsonNode summary(Path plan) throws IOException {
    return new ObjectMapper().readTree(plan.resolve("summary.json").toFile());
  }

  @Test
  void aPlanIsWrittenWithEverythingThatIsToBeKnownOfIt() throws IOException {
    Path out = directory.resolve("plan");
    CommandRun optimize =
        CommandRun.of(
            "optimize", run, "--budget", 3000, "--window", "2023-03-06..2023-04-02", "--out", out);
    assertThat(optimize.exitCode()).as(optimize.err()).isZero();
    assertThat(optimize.err()).contains("Planned spend").contains("than under the present plan");

    List<String> plan = Files.readAllLines(out.resolve("plan.csv"));
    assertThat(plan.get(0)).isEqualTo("week,geo,channel,spend");
    assertThat(plan).hasSize(1 + 4 * 2 * 2).anyMatch(l -> l.startsWith("2023-03-27,south,tv,"));
    BigDecimal spent =
        plan.stream()
            .skip(1)
            .map(line -> new BigDecimal(line.substring(line.lastIndexOf(',') + 1)))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    JsonNode summary = summary(out);
    assertThat(spent.doubleValue()).isEqualTo(summary.path("spend").asDouble());
    assertThat(summary.path("spend").asDouble() + summary.path("unspent").asDouble())
        .isCloseTo(3000, within(1e-9));
    for (String key :
        List.of("gap", "guarantee", "activeLimits", "unspentReason", "probabilityBetter")) {
      assertThat(summary.has(key)).as(key).isTrue();
    }
    for (String name : List.of("present", "even", "optimum")) {
      assertThat(summary.path("plans").path(name).path("outcome").path("mean").isNumber()).isTrue();
    }
    assertThat(summary.path("channels")).hasSize(2);
    assertThat(summary.path("channels").get(0).path("mroi").isNumber()).isTrue();
    assertThat(Files.readAllLines(out.resolve("frontier.csv"))).hasSizeGreaterThan(5);
    assertThat(Files.readAllLines(out.resolve("curves.csv"))).hasSizeGreaterThan(20);
    assertThat(Files.readAllLines(out.resolve("cells.csv"))).hasSize(3);
    String report = Files.readString(out.resolve("report.html"));
    assertThat(report)
        .contains("data-chart=\"money\"", "data-chart=\"frontier\"", "data-grid=\"planned\"")
        .contains("echarts")
        .doesNotContain("src=\"http");
  }

  @Test
  void plansAreComparedSideBySide() throws IOException {
    Path low = directory.resolve("low");
    Path high = directory.resolve("high");
    for (Path out : List.of(low, high)) {
      CommandRun optimize =
          CommandRun.of(
              "optimize",
              run,
              "--budget",
              out.equals(low) ? 4000 : 8000,
              "--by",
              "region",
              "--risk",
              "cvar20",
              "--out",
              out,
              "--quiet");
      assertThat(optimize.exitCode()).as(optimize.err()).isZero();
      assertThat(optimize.err()).isEmpty();
    }
    Path table = directory.resolve("compared.csv");
    CommandRun compare = CommandRun.of("scenario", "compare", low, high, "--out", table);
    assertThat(compare.exitCode()).as(compare.err()).isZero();
    assertThat(compare.out()).contains("budget").contains("4000").contains("8000");
    assertThat(Files.readAllLines(table))
        .contains("figure," + low + "," + high, "budget,4000,8000")
        .anyMatch(line -> line.startsWith("outcome lower,"))
        .anyMatch(line -> line.startsWith("spend tv,"));

    CommandRun wrong = CommandRun.of("scenario", "compare", run);
    assertThat(wrong.exitCode()).isEqualTo(3);
    assertThat(wrong.err()).contains("MMM-DATA-301");
  }

  @Test
  void badInputIsRefusedWithoutLeavingAnything() throws IOException {
    Path out = directory.resolve("refused");
    refused("MMM-USAGE-302", 2, out, "--budget", 100, rules("low.yaml", "fixed: {tv: 500}\n"));
    refused(
        "MMM-CONFIG-301",
        4,
        out,
        "--budget",
        900,
        rules("crossed.yaml", "bounds: {tv: {min: 9, max: 5}}\n"));
    CommandRun unknown =
        refused(
            "MMM-CONFIG-306", 4, out, "--budget", 900, rules("who.yaml", "fixed: {serch: 5}\n"));
    assertThat(unknown.err()).contains("who.yaml, line 1").contains("search");
    CommandRun early =
        CommandRun.of(
            "optimize", run, "--budget", 9, "--window", "2020-01-06..2020-02-03", "--out", out);
    assertThat(early.exitCode()).isEqualTo(2);
    assertThat(early.err()).contains("MMM-USAGE-312").contains("2022-01-03");
    CommandRun none = CommandRun.of("optimize", run, "--out", out);
    assertThat(none.exitCode()).isEqualTo(2);
    assertThat(none.err()).contains("MMM-USAGE-314").contains("--budget");
    CommandRun negative = CommandRun.of("optimize", run, "--budget=-5", "--out", out);
    assertThat(negative.exitCode()).isEqualTo(2);
    assertThat(negative.err()).contains("MMM-USAGE-304");
    CommandRun missing =
        CommandRun.of(
            "optimize", run, "--budget", 9, "--constraints", directory.resolve("no"), "--out", out);
    assertThat(missing.exitCode()).isEqualTo(4);
    assertThat(missing.err()).contains("MMM-CONFIG-310");
    assertThat(out).doesNotExist();
  }

  private static CommandRun refused(
      String code, int exit, Path out, String option, int budget, Path rules) {
    CommandRun result =
        CommandRun.of("optimize", run, option, budget, "--constraints", rules, "--out", out);
    assertThat(result.exitCode()).as(result.err()).isEqualTo(exit);
    assertThat(result.err()).contains(code);
    assertThat(out).doesNotExist();
    return result;
  }

  @Test
  void spendFarBeyondWhatWasSeenIsPlannedAndFlagged() throws IOException {
    Path out = directory.resolve("far");
    CommandRun optimize =
        CommandRun.of(
            "optimize",
            run,
            "--budget",
            500_000,
            "--by",
            "week",
            "--constraints",
            rules("far.yaml", "cell_bounds: {'*': {max: 500000}}\n"),
            "--out",
            out);
    assertThat(optimize.exitCode()).as(optimize.err()).isZero();
    assertThat(optimize.err()).contains("beyond the observed range 0.00 to");
    JsonNode flags = summary(out).path("beyondObserved");
    assertThat(flags).isNotEmpty().allMatch(flag -> flag.asText().contains("/week 2023-"));
    assertThat(Files.readString(out.resolve("report.html")))
        .contains(flags.get(0).asText())
        .contains("the list is under Constraints");
  }
}
