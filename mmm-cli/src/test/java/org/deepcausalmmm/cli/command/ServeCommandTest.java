package org.deepcausalmmm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server as its users start it: the link, a fit in a worker process, an orderly end. */
class ServeCommandTest {
  @TempDir private Path directory;

  @Test
  void dataBecomeARunWithItsReport() throws Exception {
    Process server =
        ApplicationProcess.start(
            "serve", "--port", 0, "--data", directory.resolve("data"), "--workers", 1);
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
      String first = Optional.ofNullable(out.readLine()).orElse("");
      String address = first.replaceAll(".* (http://[0-9.:]+);.*", "$1");
      String link = String.valueOf(out.readLine()).replaceAll(".* (http://.*)", "$1");
      mainJob(ApiClient.signIn(address, link));
      server.destroy();
      assertThat(server.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      server.destroyForcibly();
    }
  }

  private void mainJob(ApiClient api) throws Exception {
    String project = api.project("Shoes");
    String table = SampleData.of(2, 60).csv();
    String data = api.post(project + "/datasets?name=sales.csv", table).get("id").asText();
    assertThat(api.get(project + "/datasets/" + data + "/roles").at("/roles/geo").asText())
        .isEqualTo("region");

    String run =
        api.finished(
            project,
            "runs",
            "{\"dataset\":\"%s\",\"quick\":true,\"threads\":1,\"holdout\":8,".formatted(data)
                + "\"config\":\"fit: {draws: 80}\"}");
    String events = api.text(project + "/jobs/" + run + "/events");
    assertThat(events).contains("event: progress", "\"state\":\"done\"");
    assertThat(events).doesNotContain(directory.toString());
    String result = project + "/results/" + run;
    assertThat(api.text(result + "/tables/channels?format=csv"))
        .startsWith("channel,")
        .contains("tv");
    assertThat(api.get(result).at("/summary/holdout/weeks").asInt()).isEqualTo(8);
    assertThat(api.get(result).get("reproduce").asText())
        .isEqualTo(
            "mmm fit data.csv --out result --holdout=8 --threads=1 --quick --config=config.yaml");
    assertThat(api.text(result + "/report")).contains("<html");

    assertThat(api.text(result + "/archive")).startsWith("PK");
    assertThat(api.get("/api/v1/schema/config").has("$schema")).isTrue();
  }
}
