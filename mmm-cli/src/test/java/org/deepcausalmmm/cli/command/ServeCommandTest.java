package org.deepcausalmmm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way over HTTP, from an upload to a forecast, with the real workers. */
class ServeCommandTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @TempDir private Path directory;
  private String address = "";
  private String token = "";

  @Test
  void dataBecomeARunAPlanAndAForecast() throws Exception {
    Process server =
        ApplicationProcess.start(
            "serve", "--port", 0, "--data", directory.resolve("data"), "--workers", 1);
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
      String first = Optional.ofNullable(out.readLine()).orElse("");
      address = first.replaceAll(".* (http://[0-9.:]+);.*", "$1");
      String link = String.valueOf(out.readLine()).replaceAll(".* (http://.*)", "$1");
      signIn(link);
      mainJob();
      server.destroy();
      assertThat(server.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      server.destroyForcibly();
    }
  }

  private void signIn(String link) throws Exception {
    HttpResponse<String> login =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(link)).build(), HttpResponse.BodyHandlers.ofString());
    String cookie = login.headers().firstValue("set-cookie").orElseThrow().replaceAll(";.*", "");
    HttpRequest me =
        HttpRequest.newBuilder(URI.create(address + "/api/v1/me")).header("Cookie", cookie).build();
    String csrf =
        JSON.readTree(HTTP.send(me, HttpResponse.BodyHandlers.ofString()).body())
            .get("csrf")
            .asText();
    HttpRequest make =
        HttpRequest.newBuilder(URI.create(address + "/api/v1/tokens"))
            .header("Cookie", cookie)
            .header("X-MMM-Token", csrf)
            .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"test\"}"))
            .build();
    token =
        JSON.readTree(HTTP.send(make, HttpResponse.BodyHandlers.ofString()).body())
            .get("token")
            .asText();
  }

  private void mainJob() throws Exception {
    String project =
        "/api/v1/projects/" + post("/api/v1/projects", "{\"name\":\"Shoes\"}").get("id").asText();
    String data =
        post(project + "/datasets?name=sales.csv", SampleData.of(2, 60).csv()).get("id").asText();
    assertThat(get(project + "/datasets/" + data + "/roles").at("/roles/geo").asText())
        .isEqualTo("region");

    String run =
        finished(
            project,
            "runs",
            "{\"dataset\":\"%s\",\"quick\":true,\"threads\":1,\"holdout\":8,".formatted(data)
                + "\"config\":\"fit: {draws: 80}\"}");
    String events = text(project + "/jobs/" + run + "/events");
    assertThat(events).contains("event: progress", "\"state\":\"done\"");
    assertThat(events).doesNotContain(directory.toString());
    String result = project + "/results/" + run;
    assertThat(text(result + "/tables/channels?format=csv")).startsWith("channel,").contains("tv");
    assertThat(get(result).at("/summary/holdout/weeks").asInt()).isEqualTo(8);
    assertThat(get(result).get("reproduce").asText())
        .isEqualTo(
            "mmm fit data.csv --out result --holdout=8 --threads=1 --quick --config=config.yaml");
    assertThat(text(result + "/report")).contains("<html");

    assertThat(get(result + "/handouts").get("items").toString()).contains("workbook.xlsx");
    assertThat(text(result + "/handouts/workbook.xlsx")).startsWith("PK");

    String plan =
        finished(project, "plans", "{\"run\":\"%s\",\"mode\":\"reallocate\"}".formatted(run));
    assertThat(get(project + "/results/" + plan + "/tables/plan").get("rows")).isNotEmpty();
    String forecast =
        finished(project, "forecasts", "{\"run\":\"%s\",\"plan\":\"%s\"}".formatted(run, plan));
    assertThat(get(project + "/results/" + forecast + "/tables/forecast").get("rows")).isNotEmpty();
    assertThat(text(result + "/archive")).startsWith("PK");
    assertThat(get("/api/v1/schema/config").has("$schema")).isTrue();
  }

  private String finished(String project, String shelf, String body) throws Exception {
    String job = post(project + "/" + shelf, body).get("id").asText();
    JsonNode state = get(project + "/jobs/" + job);
    for (int i = 0; state.get("finished").isNull() && i < 3_000; i++) {
      Thread.sleep(100);
      state = get(project + "/jobs/" + job);
    }
    assertThat(state.get("state").asText())
        .as(state + "\n" + text(project + "/jobs/" + job + "/log"))
        .isEqualTo("done");
    return job;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .header("Authorization", "Bearer " + token);
  }

  private JsonNode post(String path, String body) throws Exception {
    HttpResponse<String> answer =
        HTTP.send(
            request(path).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
    return JSON.readTree(answer.body());
  }

  private String text(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        HTTP.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    return JSON.readTree(text(path));
  }
}
