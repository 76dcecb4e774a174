package org.deepcausalmmm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks into the plans that the command writes: every kind of rule holds there, to the cent. */
class ConstraintsCommandTest {
  private static final long BUDGET = 500_000;

  @TempDir static Path directory;

  /** Lets every cell take what was never seen, since the budget is far beyond that. */
  private static final String FREE = "cell_bounds: {'*': {max: 5000}}\n";

  private static Path run;

  @BeforeAll
  static void fit() throws IOException {
    run = SampleData.quickRun(directory);
  }

  /** Plans 5,000 in eight weeks; the whole is never exceeded, and the summary says the same. */
  private static PlanTable plan(String name, String by, String rules) throws IOException {
    Path file = Files.writeString(directory.resolve(name + ".yaml"), rules);
    Path out = directory.resolve(name);
    CommandRun optimize =
        CommandRun.of(
            "optimize",
            run,
            "--budget",
            BUDGET / 100,
            "--window",
            "2023-02-27..2023-04-17",
            "--by",
            by,
            "--constraints",
            file,
            "--out",
            out,
            "--quiet");
    assertThat(optimize.exitCode()).as(optimize.err()).isZero();
    PlanTable plan = PlanTable.read(out);
    assertThat(plan.weeks()).hasSize(8);
    JsonNode summary = new ObjectMapper().readTree(out.resolve("summary.json").toFile());
    long spent = plan.sum(line -> true);
    assertThat(spent).isEqualTo(Math.round(100 * summary.path("spend").asDouble()));
    assertThat(spent + Math.round(100 * summary.path("unspent").asDouble())).isEqualTo(BUDGET);
    assertThat(summary.path("gap").isNumber()).isTrue();
    return plan;
  }

  private static long present(String name, String channel) throws IOException {
    Path summary = directory.resolve(name).resolve("summary.json");
    for (JsonNode node : new ObjectMapper().readTree(summary.toFile()).path("channels")) {
      if (node.path("channel").asText().equals(channel)) {
        return Math.round(100 * node.path("present").asDouble());
      }
    }
    throw new AssertionError(channel);
  }

  @Test
  void boundsOfChannelsAbsoluteAndRelative() throws IOException {
    PlanTable plan =
        plan(
            "bounds",
            "channel",
            "bounds: {tv: {min: 1000.50, max: 1200}, search: {max_change: -10%}}");
    assertThat(plan.of("tv")).isBetween(100_050L, 120_000L);
    assertThat(plan.of("search")).isLessThanOrEqualTo(present("bounds", "search") * 9 / 10 + 1);
  }

  @Test
  void boundsOfSingleWeeks() throws IOException {
    PlanTable plan =
        plan("cells", "week", "cell_bounds: {tv: {min: 40, max: 90}, search: {min: 20}}");
    assertThat(plan.byWeek("tv")).allMatch(cents -> cents >= 4_000 && cents <= 9_000);
    assertThat(plan.byWeek("search")).allMatch(cents -> cents >= 2_000);
  }

  @Test
  void sumsAndSharesOfGroups() throws IOException {
    PlanTable plan =
        plan(
            "groups",
            "region",
            FREE
                + "groups: [{name: both, channels: [tv, search], max: 2500},"
                + " {name: tv alone, channels: [tv], min_share: 30%, max_share: 35%}]");
    assertThat(plan.sum(line -> true)).isLessThanOrEqualTo(250_000);
    assertThat(plan.of("tv")).isBetween(3 * BUDGET / 10, 35 * BUDGET / 100);
  }

  @Test
  void fixedChannels() throws IOException {
    PlanTable amount = plan("amount", "week", "fixed: {tv: 777.77}");
    assertThat(amount.of("tv")).isEqualTo(77_777);
    PlanTable present = plan("present", "channel", "fixed: {search: present}");
    assertThat(present.of("search")).isEqualTo(present("present", "search"));
  }

  @Test
  void nothingOrAtLeastAMinimum() throws IOException {
    PlanTable plan = plan("minimum", "week", "min_if_on: {tv: 130, search: 60}");
    assertThat(plan.byWeek("tv")).allMatch(cents -> cents == 0 || cents >= 13_000);
    assertThat(plan.byWeek("search")).allMatch(cents -> cents == 0 || cents >= 6_000);
    assertThat(plan.sum(line -> true)).isPositive();
  }

  @Test
  void changesFromWeekToWeek() throws IOException {
    PlanTable plan =
        plan("change", "week", "change_limit: {tv: {relative: 10%, absolute: 5}, search: 20%}");
    requireSteady(plan.byWeek("tv"), 0.1, 500);
    requireSteady(plan.byWeek("search"), 0.2, 0);
  }

  /** Allows a cent for each of the two amounts, as whole cents are compared. */
  private static void requireSteady(List<Long> weeks, double relative, double absolute) {
    for (int t = 1; t < weeks.size(); t++) {
      double allowed = absolute + relative * weeks.get(t - 1) + 2 + relative;
      assertThat((double) Math.abs(weeks.get(t) - weeks.get(t - 1))).isLessThanOrEqualTo(allowed);
    }
  }

  @Test
  void sharesOfRegions() throws IOException {
    PlanTable plan =
        plan(
            "regions",
            "region",
            FREE + "region_shares: {north: {min: 30%, max: 32%}, south: {min: 20%}}");
    long north = plan.sum(line -> line.region().equals("north"));
    assertThat(north).isBetween(30 * BUDGET / 100, 32 * BUDGET / 100);
    assertThat(plan.sum(line -> line.region().equals("south")))
        .isGreaterThanOrEqualTo(20 * BUDGET / 100);
  }

  @Test
  void flightsThatAreGivenAndFlightsThatAreFound() throws IOException {
    PlanTable given = plan("given", "region-week", "flights: {tv: [0, 1, 5]}");
    List<Long> weeks = given.byWeek("tv");
    for (int t : new int[] {2, 3, 4, 6, 7}) {
      assertThat(weeks.get(t)).isZero();
    }
    assertThat(given.of("tv")).isPositive();
    PlanTable found = plan("found", "week", "{}");
    assertThat(found.byWeek("tv").stream().filter(cents -> cents > 0).count()).isPositive();
  }

  @Test
  void aPlanMadeByHandIsJudgedByTheModel() throws IOException {
    plan("judged", "channel", "{}");
    Path file = directory.resolve("judged").resolve("plan.csv");
    CommandRun same =
        CommandRun.of("scenario", "compare", directory.resolve("judged"), "--out", csv("own"));
    CommandRun anew = CommandRun.of("scenario", "compare", file, "--out", csv("anew"));
    assertThat(same.exitCode() + anew.exitCode()).as(same.err() + anew.err()).isZero();
    for (String figure : List.of("spend", "outcome", "gain", "roi", "spend tv", "mroi tv")) {
      assertThat(figure("anew", figure)).isEqualTo(figure("own", figure));
    }
    Path moved = Files.copy(file, directory.resolve("by-hand.csv"));
    Files.writeString(moved, Files.readString(moved).replaceFirst("tv,[0-9.]+", "tv,0"));
    CommandRun unknown = CommandRun.of("scenario", "compare", moved);
    assertThat(unknown.exitCode()).isEqualTo(3);
    assertThat(unknown.err()).contains("MMM-DATA-302").contains("--run");
    CommandRun hand =
        CommandRun.of("scenario", "compare", moved, "--run", run, "--out", csv("hand"));
    assertThat(hand.exitCode()).as(hand.err()).isZero();
    assertThat(figure("hand", "spend tv")).isNotEqualTo(figure("own", "spend tv"));
    assertThat(figure("hand", "gain")).isLessThan(figure("own", "gain"));
  }

  private static Path csv(String name) {
    return directory.resolve(name + "-compared.csv");
  }

  private static Double figure(String name, String figure) throws IOException {
    return Files.readAllLines(csv(name)).stream()
        .filter(line -> line.startsWith(figure + ","))
        .map(line -> Double.valueOf(line.substring(line.lastIndexOf(',') + 1)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aPlanThatMovesWithItsRunStillFindsIt() throws IOException {
    plan("together", "channel", "{}");
    Path summary = directory.resolve("together").resolve("summary.json");
    assertThat(new ObjectMapper().readTree(summary.toFile()).path("run").asText())
        .isEqualTo("../run");
    Path elsewhere = Files.createDirectories(directory.resolve("moved").resolve("plan"));
    Files.copy(summary, elsewhere.resolve("summary.json"));
    Path file = Files.copy(summary.resolveSibling("plan.csv"), elsewhere.resolve("plan.csv"));
    CommandRun alone = CommandRun.of("scenario", "compare", file);
    assertThat(alone.exitCode()).isEqualTo(3);
    assertThat(alone.err())
        .contains("MMM-DATA-302", elsewhere.resolve("summary.json").toString(), "--run RUN");
    Path model = directory.resolve("moved").resolve("run").resolve("model.mmm");
    Files.createDirectories(model.getParent());
    Files.copy(run.resolve("model.mmm"), model);
    CommandRun both = CommandRun.of("scenario", "compare", file);
    assertThat(both.exitCode()).as(both.err()).isZero();
    assertThat(both.out()).contains(model.getParent().toString());
  }
}
