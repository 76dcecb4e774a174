package org.deepcausalmmm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForecastCommandTest {
  private static final int PLANNED = 6;
  @TempDir private static Path place;

  @BeforeAll
  static void fit() throws IOException {
    TwoRegions.write(place, 0);
    Terminal fitted =
        Terminal.run(
            "fit",
            place.resolve("data.csv"),
            "--config",
            place.resolve("config.yaml"),
            "--quick",
            "--quiet",
            "--threads",
            1,
            "--out",
            place.resolve("run"));
    assertThat(fitted.exit()).as(fitted.err()).isZero();
  }

  private static Terminal forecast(String plan, String out, Object... more) throws IOException {
    Path file = place.resolve(out + "-plan.csv");
    Files.writeString(file, plan);
    List<Object> words =
        new ArrayList<>(
            List.of("forecast", place.resolve("run"), "--plan", file, "--out", place.resolve(out)));
    words.addAll(List.of(more));
    return Terminal.run(words.toArray());
  }

  private static String week(int ahead) {
    return java.time.LocalDate.of(2023, 1, 2).plusWeeks(TwoRegions.WEEKS + ahead).toString();
  }

  private static String wide(double tv, double search) {
    StringBuilder plan = new StringBuilder("week,geo,tv,search\n");
    for (String region : new String[] {"north", "south"}) {
      for (int t = 0; t < PLANNED; t++) {
        plan.append("%s,%s,%s,%s%n".formatted(week(t), region, tv, search));
      }
    }
    return plan.toString();
  }

  private static String national(double tv, double search) {
    StringBuilder plan = new StringBuilder("week,channel,spend\n");
    for (int t = 0; t < PLANNED; t++) {
      plan.append("%s,tv,%s%n%s,search,%s%n".formatted(week(t), tv, week(t), search));
    }
    return plan.toString();
  }

  private static List<double[]> rows(String out) throws IOException {
    return Files.readAllLines(place.resolve(out)).stream()
        .skip(1)
        .map(line -> line.split(","))
        .map(
            cells ->
                new double[] {
                  Double.parseDouble(cells[2]),
                  Double.parseDouble(cells[3]),
                  Double.parseDouble(cells[4])
                })
        .toList();
  }

  private static double sum(String out) throws IOException {
    return rows(out).stream().mapToDouble(row -> row[0]).sum();
  }

  @Test
  void writesAnIntervalForEveryRegionAndWeek() throws IOException {
    Terminal terminal = forecast(wide(25, 35), "usual.csv");
    assertThat(terminal.exit()).as(terminal.err()).isZero();
    List<String> lines = Files.readAllLines(place.resolve("usual.csv"));
    assertThat(lines.get(0)).isEqualTo("geo,time,predicted,lower,upper");
    assertThat(lines).hasSize(1 + 2 * PLANNED);
    assertThat(lines.get(1)).startsWith("north," + week(0) + ",");
    for (double[] row : rows("usual.csv")) {
      assertThat(row[0]).isBetween(500.0, 750.0);
      assertThat(row[2] - row[1]).isBetween(10.0, 300.0);
      assertThat(row[0]).isBetween(row[1], row[2]);
    }
    assertThat(terminal.out()).contains("all regions", week(0), week(PLANNED - 1));
    assertThat(terminal.err()).contains("Controls missing from the plan", "weight of");
  }

  @Test
  void expectsMoreOfMoreSpend() throws IOException {
    forecast(wide(0, 20), "little.csv");
    forecast(wide(60, 50), "much.csv");
    assertThat(sum("much.csv")).isGreaterThan(1.03 * sum("little.csv"));
  }

  @Test
  void namesChannelsPlannedBeyondObservedAmounts() throws IOException {
    assertThat(forecast(wide(1e6, 35), "beyond.csv").err())
        .contains("Planned above the largest weekly amount observed", ": tv.");
    assertThat(forecast(wide(25, 35), "within.csv").err()).doesNotContain("Planned above");
  }

  @Test
  void doesNotReplaceADirectory() throws IOException {
    Path file = Files.writeString(place.resolve("plan-of-directory.csv"), wide(25, 35));
    Path directory = Files.createDirectories(place.resolve("directory"));
    for (String option : List.of("--quiet", "--force")) {
      Terminal onto =
          Terminal.run(
              "forecast", place.resolve("run"), "--plan", file, "--out", directory, option);
      assertThat(onto.exit()).isEqualTo(2);
      assertThat(onto.err())
          .contains("MMM-USAGE-001: " + directory + " is a directory.")
          .doesNotContain("--force");
    }
  }

  @Test
  void doesNotReplaceWhatItReads() throws IOException {
    Path model = place.resolve("run").resolve("model.mmm");
    byte[] before = Files.readAllBytes(model);
    Path file = place.resolve("own-plan.csv");
    Files.writeString(file, wide(25, 35));
    Terminal onto =
        Terminal.run("forecast", place.resolve("run"), "--plan", file, "--out", model, "--force");
    assertThat(onto.exit()).isEqualTo(2);
    assertThat(onto.err()).contains("which this command reads");
    assertThat(Files.readAllBytes(model)).isEqualTo(before);
  }

  @Test
  void countsWhatCarriesOverFromTheHistory() throws IOException {
    forecast(wide(0, 0), "nothing.csv");
    List<double[]> rows = rows("nothing.csv");
    assertThat(rows.get(0)[0]).isNotCloseTo(rows.get(PLANNED - 1)[0], within(0.01));
  }

  @Test
  void splitsANationalPlanOverRegions() throws IOException {
    assertThat(forecast(national(50, 70), "national.csv").exit()).isZero();
    forecast(wide(25, 35), "regional.csv");
    assertThat(sum("national.csv")).isCloseTo(sum("regional.csv"), within(60.0));
  }

  @Test
  void continuesChannelsMissingFromThePlanAndNamesThem() throws IOException {
    Terminal terminal = forecast("week,tv\n" + week(0) + ",50\n" + week(1) + ",50\n", "part.csv");
    assertThat(terminal.exit()).isZero();
    assertThat(terminal.err()).contains("Not in the plan").contains("search");
    assertThat(Files.readAllLines(place.resolve("part.csv"))).hasSize(1 + 2 * 2);
  }

  @Test
  void takesControlsFromAWidePlan() throws IOException {
    String head = "week,tv,search,weather\n";
    Terminal terminal = forecast(head + week(0) + ",50,70,0\n", "mild.csv");
    assertThat(terminal.err()).doesNotContain("Controls missing");
    forecast(head + week(0) + ",50,70,3\n", "warm.csv");
    assertThat(sum("warm.csv")).isGreaterThan(sum("mild.csv") + 10);
  }

  @Test
  void refusesABadPlanAndWritesNothing() throws IOException {
    Terminal terminal = forecast("week,channel,spend\n" + week(0) + ",tvv,50\n", "bad.csv");
    assertThat(terminal.exit()).isEqualTo(3);
    assertThat(terminal.err()).contains("MMM-DATA-502").contains("Maybe you meant 'tv'");
    assertThat(place.resolve("bad.csv")).doesNotExist();
  }

  @Test
  void replacesAFileOnlyWhenToldTo() throws IOException {
    forecast(wide(25, 35), "twice.csv");
    assertThat(forecast(wide(25, 35), "twice.csv").err()).contains("MMM-USAGE-001");
    assertThat(forecast(wide(25, 35), "twice.csv", "--force", "--quiet").exit()).isZero();
  }
}
