package org.deepcausalmmm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A client of a server under test, with a token of its owner. */
final class ApiClient {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String address;
  private final String token;

  private ApiClient(String address, String token) {
    this.address = address;
    this.token = token;
  }

  /** Opens the link of the terminal and makes a token. */
  static ApiClient signIn(String address, String link) throws IOException, InterruptedException {
    HttpResponse<String> login =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(link)).build(), HttpResponse.BodyHandlers.ofString());
    String cookie = login.headers().firstValue("set-cookie").orElseThrow().replaceAll(";.*", "");
    HttpRequest me =
        HttpRequest.newBuilder(URI.create(address + "/api/v1/me")).header("Cookie", cookie).build();
    HttpRequest make =
        HttpRequest.newBuilder(URI.create(address + "/api/v1/tokens"))
            .header("Cookie", cookie)
            .header("X-MMM-Token", field(me, "csrf"))
            .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"test\"}"))
            .build();
    return new ApiClient(address, field(make, "token"));
  }

  private static String field(HttpRequest request, String name)
      throws IOException, InterruptedException {
    String body = HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
    return JSON.readTree(body).get(name).asText();
  }

  /** Returns the token. */
  String token() {
    return token;
  }

  /** Creates a project and returns its path. */
  String project(String name) throws IOException, InterruptedException {
    return "/api/v1/projects/"
        + post("/api/v1/projects", "{\"name\":\"%s\"}".formatted(name)).get("id").asText();
  }

  /** Begins a job, waits until it is done and returns its id. */
  String finished(String project, String shelf, String body)
      throws IOException, InterruptedException {
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

  JsonNode post(String path, String body) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        HTTP.send(
            request(path).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
    return JSON.readTree(answer.body());
  }

  String text(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        HTTP.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return JSON.readTree(text(path));
  }
}
