package org.deepcausalmmm.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.job.WorkerSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs run in real processes, with a worker that needs no engine. */
class JobTest {
  @TempDir private static Path directory;
  private static MmmServer server;
  private static Client owner;
  private static String project;
  private static String data;
  private static String run;

  @BeforeAll
  static void start() {
    server =
        MmmServer.builder()
            .data(directory.resolve("data"))
            .port(0)
            .workers(
                new WorkerSettings(
                    TestWorker.command(),
                    2,
                    1L << 30,
                    Duration.ofSeconds(60),
                    Duration.ofMillis(200)))
            .start();
    owner = Client.token(server, "admin");
    project = owner.project("Shoes");
    data = owner.upload(project, "sales.csv", SmallTable.csv());
    run = id(finished(begin("runs", fit())));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String id(JsonNode node) {
    return node.get("id").asText();
  }

  private static ObjectNode fit() {
    return Json.object().put("dataset", data.replaceAll(".*/", ""));
  }

  private static ObjectNode plan(String mode) {
    return Json.object().put("run", run).put("mode", mode);
  }

  private static JsonNode begin(String shelf, JsonNode body) {
    Client.Answer answer = owner.post(project + "/" + shelf, body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    return answer.json();
  }

  private static JsonNode finished(JsonNode job) {
    return awaited(job, j -> j.get("finished").isNull() ? null : j);
  }

  private static JsonNode awaited(JsonNode job, UnaryOperator<JsonNode> wanted) {
    for (int i = 0; i < 600; i++) {
      JsonNode found = wanted.apply(owner.get(project + "/jobs/" + id(job)).json());
      if (found != null) {
        return found;
      }
      pause();
    }
    throw new AssertionError(
        "The job did not get there: " + owner.get(project + "/jobs/" + id(job)).text());
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aFitLeavesARunWithTablesReportAndArchive() throws Exception {
    String path = project + "/results/" + run;
    JsonNode whole = owner.get(path).json();
    assertThat(whole.get("verdict").asText()).isEqualTo("review");
    assertThat(whole.get("reproduce").asText()).isEqualTo("mmm fit data.csv --out result");
    assertThat(owner.get(path + "/tables/channels?format=csv").text())
        .isEqualTo(RunFixture.CHANNELS);
    JsonNode channels = owner.get(path + "/tables/channels").json();
    assertThat(channels.at("/rows/0/1").isNumber()).isTrue();
    assertThat(channels.at("/rows/1/2").isNull()).isTrue();
    JsonNode filtered =
        owner.get(path + "/tables/contributions?channel=tv&region=south&from=2024-01-02").json();
    assertThat(filtered.get("rows")).hasSize(1);
    Client.Answer report = owner.get(path + "/report");
    assertThat(report.text()).contains("<title>Report");
    assertThat(report.headers().get("content-security-policy")).contains("sandbox");
    Client.Answer packed = owner.with("Accept-Encoding", "gzip").get(path + "/report");
    assertThat(packed.headers().get("content-encoding")).isEqualTo("gzip");
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.bytes()))) {
      assertThat(in.readAllBytes()).isEqualTo(report.bytes());
    }
    byte[] zip = owner.get(path + "/archive").bytes();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      assertThat(in.getNextEntry().getName()).isEqualTo("channels.csv");
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo(RunFixture.CHANNELS);
    }
  }

  @Test
  void whatTheClientHasIsNotSentAgain() {
    String path = project + "/results/" + run + "/tables/channels";
    String tag = owner.get(path).headers().get("etag");
    assertThat(owner.with("If-None-Match", tag).get(path).status()).isEqualTo(304);
    assertThat(owner.with("If-None-Match", tag).get(path + "?format=csv").status()).isEqualTo(200);
  }

  @Test
  void aNameThatIsNoFileOfTheResultLeadsNowhere() {
    for (String name : new String[] {"..%2f..%2fformat", "model.mmm%00", "nothing", "%2e%2e"}) {
      assertThat(owner.get(project + "/results/" + run + "/files/" + name).status())
          .as(name)
          .isBetween(400, 404);
    }
  }

  @Test
  void eventsGoOnWhereTheClientLeftThem() {
    JsonNode job = finished(begin("runs", fit()));
    String path = project + "/jobs/" + id(job) + "/events";
    String all = owner.with("Accept", "text/event-stream").get(path).text();
    assertThat(all).contains("id: 1\nevent: state", "event: progress", "\"state\":\"done\"");
    String rest =
        owner.with("Accept", "text/event-stream").with("Last-Event-ID", "2").get(path).text();
    assertThat(rest).doesNotContain("id: 2\n").contains("id: 3\n");
    JsonNode listed = owner.with("Accept", "application/json").get(path + "?after=1").json();
    assertThat(listed.at("/items/0/id").asInt()).isEqualTo(2);
  }

  @Test
  void aRunningJobEndsWhenItIsCancelled() {
    JsonNode job = begin("plans", plan("slow"));
    awaited(job, j -> j.at("/progress/done").asInt() > 0 ? j : null);
    assertThat(owner.post(project + "/jobs/" + id(job) + "/cancel", Json.object()).status())
        .isEqualTo(202);
    assertThat(finished(job).get("state").asText()).isEqualTo("cancelled");
    assertThat(owner.get(project + "/results/" + id(job)).status()).isEqualTo(404);
    assertThat(owner.post(project + "/jobs/" + id(job) + "/cancel", Json.object()).status())
        .isEqualTo(409);
  }

  @Test
  void aFailureKeepsCodeAndAdviceOfTheCommandLine() {
    JsonNode error = finished(begin("plans", plan("fail"))).get("error");
    assertThat(error.get("code").asText()).isEqualTo("MMM-FIT-001");
    assertThat(error.get("advice").asText()).isEqualTo("Try another loss.");
  }

  @Test
  void aWorkerThatVanishesIsTriedThreeTimes() {
    JsonNode job = finished(begin("plans", plan("vanish")));
    assertThat(job.get("attempt").asInt()).isEqualTo(3);
    assertThat(job.at("/error/code").asText()).isEqualTo("MMM-SYSTEM-507");
    assertThat(job.at("/error/message").asText()).contains("the last words");
    assertThat(owner.get(project + "/jobs/" + id(job) + "/log").text())
        .contains("working on optimize run --out result --mode=vanish");
  }

  @Test
  void theSameKeyIsTheSameJob() {
    Client keyed = owner.with("Idempotency-Key", "monday");
    Client.Answer first = keyed.post(project + "/plans", plan("fixed"));
    Client.Answer second = keyed.post(project + "/plans", plan("fixed"));
    assertThat(id(second.json())).isEqualTo(id(first.json()));
    Client.Answer other = keyed.post(project + "/plans", plan("extra"));
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.code()).isEqualTo("MMM-USAGE-517");
    finished(first.json());
  }

  @Test
  void aPlanCanBeForecast() {
    JsonNode made = finished(begin("plans", plan("fixed")));
    JsonNode forecast =
        finished(begin("forecasts", Json.object().put("run", run).put("plan", id(made))));
    assertThat(forecast.get("state").asText()).as(forecast.toString()).isEqualTo("done");
    assertThat(owner.get(project + "/results/" + id(forecast) + "/tables/forecast").status())
        .isEqualTo(200);
  }

  @Test
  void anUnknownFieldIsRefusedWithTheNearestName() {
    Client.Answer answer = owner.post(project + "/runs", fit().put("holdouts", 13));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("advice").asText()).contains("holdout");
  }

  @Test
  void aValueThatIsAnOptionInDisguiseIsRefused() {
    for (String mode : new String[] {"--force", "@/etc/passwd", "fixed --out=/tmp/x", "a\nb"}) {
      assertThat(owner.post(project + "/plans", plan(mode)).status()).as(mode).isEqualTo(400);
    }
  }
}
