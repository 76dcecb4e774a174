package org.deepcausalmmm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.deepcausalmmm.server.MmmServer;
import org.deepcausalmmm.server.job.WorkerSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of job, asked for over HTTP and carried out by the real commands. */
class JobKindsTest {
  private static final String QUICK = "\"quick\":true,\"threads\":1";
  private static final String FEW_DRAWS = QUICK + ",\"config\":\"fit: {draws: 80}\"";

  @TempDir private static Path directory;
  private static MmmServer server;
  private static ApiClient api;
  private static String project;
  private static String data;
  private static String run;

  @BeforeAll
  static void fit() throws Exception {
    server =
        MmmServer.builder()
            .data(directory.resolve("data"))
            .port(0)
            .workers(new WorkerSettings(List.of(), 1, 1L << 40, Duration.ofHours(1), Duration.ZERO))
            .executor(new SharedProcess())
            .start();
    api = ApiClient.signIn(server.address(), server.loginLink().orElseThrow());
    project = api.project("Shoes");
    data = upload(weeks(60));
    run = api.finished(project, "runs", "{\"dataset\":\"%s\",%s}".formatted(data, FEW_DRAWS));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** Returns the first weeks of one country. */
  private static String weeks(int weeks) {
    return String.join("\n", SampleData.of(1, 62).csv().lines().limit(1L + weeks).toList()) + "\n";
  }

  private static String upload(String csv) throws Exception {
    return api.post(project + "/datasets?name=sales.csv", csv).get("id").asText();
  }

  private static List<String> tables(String result) throws Exception {
    TreeSet<String> names = new TreeSet<>();
    api.get(project + "/results/" + result + "/tables")
        .get("items")
        .forEach(name -> names.add(name.asText()));
    return List.copyOf(names);
  }

  private static JsonNode rows(String result, String table) throws Exception {
    return api.get(project + "/results/" + result + "/tables/" + table).get("rows");
  }

  private static JsonNode result(String id) throws Exception {
    return api.get(project + "/results/" + id);
  }

  @Test
  void aRefreshSaysHowFarEachRoiHasMoved() throws Exception {
    String later = upload(weeks(62));
    String refreshed =
        api.finished(
            project,
            "runs",
            "{\"kind\":\"refresh\",\"dataset\":\"%s\",\"run\":\"%s\"}".formatted(later, run));
    assertThat(result(refreshed).get("parent").asText()).isEqualTo(run);
    assertThat(rows(refreshed, "refresh")).hasSize(2);
    assertThat(result(refreshed).get("reproduce").asText())
        .isEqualTo("mmm fit data.csv --refresh run --out result");
  }

  @Test
  void aBacktestForecastsEveryHeldOutWeek() throws Exception {
    String backtest =
        api.finished(
            project,
            "runs",
            "{\"kind\":\"backtest\",\"dataset\":\"%s\",\"origins\":1,\"horizon\":4,%s}"
                .formatted(data, FEW_DRAWS));
    assertThat(rows(backtest, "backtest")).hasSize(4);
    assertThat(api.get(project + "/results/" + backtest + "/handouts").get("items")).isEmpty();
  }

  @Test
  void aCheckOfTheModelLeavesTheRunWithItsChecks() throws Exception {
    String checked =
        api.finished(project, "runs", "{\"kind\":\"check-model\",\"run\":\"%s\"}".formatted(run));
    assertThat(result(checked).at("/summary/health").findValuesAsText("check"))
        .contains("placebo", "seeds_agree");
    assertThat(rows(checked, "channels")).isEqualTo(rows(run, "channels"));
  }

  @Test
  void aPlanIsMadeForecastAndCompared() throws Exception {
    String plan =
        api.finished(
            project,
            "plans",
            "{\"run\":\"%s\",\"budget\":300,\"window\":\"2023-02-27..2023-03-13\"}".formatted(run));
    assertThat(rows(plan, "plan")).isNotEmpty();
    String forecast =
        api.finished(project, "forecasts", "{\"run\":\"%s\",\"plan\":\"%s\"}".formatted(run, plan));
    assertThat(rows(forecast, "forecast")).hasSize(3);
    String comparison =
        api.finished(project, "comparisons", "{\"plans\":[\"%s\"]}".formatted(plan));
    assertThat(rows(comparison, "comparison")).isNotEmpty();
  }

  @Test
  void rawFilesBecomeATidyTableWithItsRoles() throws Exception {
    String prepared =
        api.finished(project, "preparations", "{\"datasets\":[\"%s\"]}".formatted(data));
    assertThat(tables(prepared)).containsExactly("data");
    assertThat(rows(prepared, "data")).hasSize(60);
    assertThat(api.text(project + "/results/" + prepared + "/files/data.yaml"))
        .contains("outcome: revenue");
  }

  @Test
  void anExperimentIsDesignedReadRankedAndLearnedFrom() throws Exception {
    String panel = upload(SampleData.of(4, 60).csv());
    String design =
        api.finished(
            project,
            "experiments",
            ("{\"kind\":\"experiment-design\",\"dataset\":\"%s\",\"channel\":\"tv\",\"budget\":50,"
                    + "\"weeks\":[4],\"run\":\"%s\"}")
                .formatted(panel, run));
    assertThat(rows(design, "designs")).isNotEmpty();
    String reading =
        api.finished(
            project,
            "experiments",
            ("{\"dataset\":\"%s\",\"channel\":\"tv\",\"treated\":[\"north\"],\"from\":\"2022-12-05\","
                    + "\"to\":\"2022-12-26\",\"placebos\":19}")
                .formatted(panel));
    assertThat(result(reading).get("reproduce").asText())
        .startsWith("mmm experiment read data.csv --out result --channel=tv --treated=north");
    String learned =
        api.finished(
            project,
            "runs",
            "{\"dataset\":\"%s\",\"experiments\":[\"%s\"],%s}"
                .formatted(panel, reading, FEW_DRAWS));
    assertThat(rows(learned, "experiments").at("/0/1").asText()).isEqualTo("tv");
    String ranking =
        api.finished(
            project,
            "experiments",
            "{\"kind\":\"experiment-ranking\",\"run\":\"%s\",\"budget\":3000}".formatted(learned));
    assertThat(tables(ranking)).containsExactly("values");
    assertThat(tables(reading)).containsExactly("placebos", "series", "weights");
  }

  @Test
  void aSimulatedWorldIsRecovered() throws Exception {
    String recovery =
        api.finished(
            project,
            "recoveries",
            "{\"scenarios\":\"national\",\"seeds\":\"5\",%s}".formatted(QUICK));
    assertThat(tables(recovery)).contains("worlds");
    assertThat(rows(recovery, "worlds")).hasSize(1);
  }

  @Test
  void handOutsOfARunAreFilesOfTheirKinds() throws IOException, InterruptedException {
    String handOuts = project + "/results/" + run + "/handouts";
    assertThat(api.get(handOuts).get("items").toString())
        .isEqualTo("[\"report.pdf\",\"slides.pptx\",\"workbook.xlsx\"]");
    assertThat(api.text(handOuts + "/workbook.xlsx")).startsWith("PK");
    assertThat(api.text(handOuts + "/slides.pptx")).startsWith("PK");
  }

  /** The pages of a report take as long as all other kinds of jobs together. */
  @Test
  @Tag("benchmark")
  void aReportIsPrinted() throws Exception {
    assertThat(api.text(project + "/results/" + run + "/handouts/report.pdf")).startsWith("%PDF-");
  }
}
