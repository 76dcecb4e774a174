package org.deepcausalmmm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Asks every question that the command knows, and checks the answer by the files it wrote. */
class PlanQuestionsCommandTest {
  private static final double ROUNDED = 1e-4;

  @TempDir static Path directory;
  private static Path run;
  private static JsonNode fixed;
  private static double present;
  private static double outcome;

  @BeforeAll
  static void fit() throws IOException {
    run = SampleData.quickRun(directory);
    present = ask("rough", "--budget", 1000).path("plans").path("present").path("spend").asDouble();
    fixed = ask("fixed", "--budget", present);
    outcome = outcome(fixed, "present");
  }

  /** Plans thirteen weeks and returns the summary. */
  private static JsonNode ask(String name, Object... options) throws IOException {
    Path out = directory.resolve(name);
    Object[] words = new Object[options.length + 6];
    System.arraycopy(
        new Object[] {"optimize", run, "--out", out, "--quiet", "--force"}, 0, words, 0, 6);
    System.arraycopy(options, 0, words, 6, options.length);
    CommandRun optimize = CommandRun.of(words);
    assertThat(optimize.exitCode()).as(optimize.err()).isZero();
    JsonNode summary = new ObjectMapper().readTree(out.resolve("summary.json").toFile());
    assertThat(summary.path("plans").path("optimum").path("allowed").asBoolean()).isTrue();
    assertThat(PlanTable.read(out).sum(line -> true))
        .isEqualTo(Math.round(100 * summary.path("spend").asDouble()));
    return summary;
  }

  private static double outcome(JsonNode summary, String plan) {
    return summary.path("plans").path(plan).path("outcome").path("mean").asDouble();
  }

  private static double spend(JsonNode summary) {
    return summary.path("spend").asDouble();
  }

  @Test
  void fixedSpendsTheBudgetNoWorseThanPresentAndEvenSplit() {
    assertThat(spend(fixed) + fixed.path("unspent").asDouble()).isCloseTo(present, within(1e-9));
    assertThat(outcome(fixed, "optimum"))
        .isGreaterThanOrEqualTo(outcome(fixed, "present") * (1 - ROUNDED))
        .isGreaterThanOrEqualTo(outcome(fixed, "even") * (1 - ROUNDED));
    assertThat(fixed.path("gap").asDouble()).isBetween(0.0, 1e-3);
  }

  @Test
  void thePlanIsWhatForecastReads() throws IOException {
    Path out = directory.resolve("forecast.csv");
    Path plan = directory.resolve("fixed").resolve("plan.csv");
    CommandRun forecast = CommandRun.of("forecast", run, "--plan", plan, "--out", out);
    assertThat(forecast.exitCode()).as(forecast.err()).isZero();
    String firstWeek = PlanTable.read(directory.resolve("fixed")).weeks().get(0);
    assertThat(Files.readAllLines(out)).anyMatch(line -> line.contains(firstWeek));
  }

  @Test
  void goalIsReachedAndNotWithLess() throws IOException {
    double goal = 0.9 * outcome;
    JsonNode least = ask("goal", "--mode", "goal", "--target", goal);
    assertThat(outcome(least, "optimum")).isGreaterThanOrEqualTo(goal * (1 - ROUNDED));
    assertThat(spend(least)).isLessThan(present);
    double proven = least.path("provenBudget").asDouble();
    assertThat(proven).isBetween(0.9 * spend(least), spend(least));
    JsonNode less = ask("less", "--budget", Math.floor(0.98 * proven));
    assertThat(outcome(less, "optimum")).isLessThan(goal);
  }

  @Test
  void reallocationKeepsTheOutcomeForLessMoney() throws IOException {
    JsonNode same = ask("reallocate", "--mode", "reallocate");
    assertThat(outcome(same, "optimum")).isGreaterThanOrEqualTo(outcome * (1 - ROUNDED));
    assertThat(spend(same)).isLessThan(present);
  }

  @ParameterizedTest
  @CsvSource({"target-roi, 1", "target-cpa, -1"})
  void asMuchIsSpentAsTheAverageReturnAllows(String mode, int power) throws IOException {
    double roi = outcome(fixed, "optimum") / present;
    JsonNode average = ask(mode, "--mode", mode, "--target", Math.pow(roi, power));
    assertThat(outcome(average, "optimum") / spend(average))
        .isGreaterThanOrEqualTo(roi * (1 - ROUNDED));
    assertThat(spend(average)).isGreaterThan(present * 0.999);
    JsonNode more = ask(mode + "-more", "--budget", Math.ceil(1.05 * spend(average)));
    assertThat(outcome(more, "optimum") / spend(more)).isLessThan(roi);
  }

  @Test
  void moneyIsSpentUntilTheNextUnitEarnsLess() throws IOException {
    Path free = Files.writeString(directory.resolve("free.yaml"), "bounds: {'*': {max: 1e6}}");
    JsonNode base = ask("free", "--budget", present, "--constraints", free);
    double target = 0.8 * mroi(base);
    JsonNode marginal =
        ask("mroi", "--mode", "target-mroi", "--target", target, "--constraints", free);
    assertThat(spend(marginal)).isGreaterThan(present);
    assertThat(mroi(marginal)).isCloseTo(target, within(0.02 * target));
  }

  /** Returns the largest mROI of a channel: that of channels which no bound holds. */
  private static double mroi(JsonNode summary) {
    double most = 0;
    for (JsonNode channel : summary.path("channels")) {
      most = Math.max(most, channel.path("mroi").asDouble());
    }
    return most;
  }

  @Test
  void extraMoneyComesOnTopOfThePresentPlan() throws IOException {
    JsonNode extra = ask("extra", "--mode", "extra", "--budget", 500);
    assertThat(spend(extra)).isCloseTo(present + 500, within(0.011));
    for (JsonNode channel : extra.path("channels")) {
      assertThat(channel.path("optimum").asDouble())
          .isGreaterThanOrEqualTo(channel.path("present").asDouble() - 0.011);
    }
    assertThat(outcome(extra, "optimum")).isGreaterThan(outcome);
  }

  @ParameterizedTest
  @CsvSource({"region, 4, channel", "week, 26, channel", "region-week, 52, region"})
  void decidingMoreFinelyBringsNoLess(String by, int decisions, String coarser) throws IOException {
    JsonNode fine = ask(by, "--budget", present, "--by", by);
    JsonNode coarse =
        coarser.equals("channel")
            ? fixed // decides by channel too
            : ask(by + "-coarser", "--budget", present, "--by", coarser);
    assertThat(Files.readAllLines(directory.resolve(by).resolve("cells.csv")))
        .hasSize(1 + decisions);
    assertThat(outcome(fine, "optimum"))
        .isGreaterThanOrEqualTo(outcome(coarse, "optimum") * (1 - 1e-3));
    assertThat(fine.path("upperBound").asDouble())
        .isGreaterThanOrEqualTo(outcome(fine, "optimum") * (1 - 1e-2));
  }

  @ParameterizedTest
  @CsvSource({"p10, channel", "cvar10, week"})
  void carefulPlansAreBestByTheMeasureAskedFor(String risk, String by) throws IOException {
    JsonNode careful = ask(risk + by, "--budget", present, "--risk", risk, "--by", by);
    JsonNode plans = careful.path("plans");
    double value = plans.path("optimum").path(risk).asDouble();
    assertThat(value)
        .isGreaterThanOrEqualTo(plans.path("present").path(risk).asDouble())
        .isGreaterThanOrEqualTo(plans.path("even").path(risk).asDouble())
        .isLessThanOrEqualTo(careful.path("upperBound").asDouble() * (1 + 1e-9))
        .isLessThan(outcome(careful, "optimum"));
    assertThat(Files.readString(directory.resolve(risk + by).resolve("report.html")))
        .contains(risk.equals("p10") ? "10% quantile of the draws" : "worst 10% of the draws");
  }
}
