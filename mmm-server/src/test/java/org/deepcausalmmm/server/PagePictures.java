package org.deepcausalmmm.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deepcausalmmm.server.base.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes the pictures of the documentation anew, that of a report if {@code -Dmmm.report} names the
 * file: look at them before they are committed.
 */
@Tag("benchmark")
class PagePictures {
  @TempDir private Path directory;

  @Test
  void takesThem() throws IOException {
    Path docs = Path.of("..", "docs");
    try (MmmServer server =
            MmmServer.builder()
                .data(directory.resolve("data"))
                .port(0)
                .executor(new FixtureExecutor(FixtureExecutor.files()))
                .start();
        Browser browser = Browser.open()) {
      Client owner = Client.token(server, "admin");
      String project = owner.project("Running shoes");
      String csv = Files.readString(FixtureExecutor.files().resolve("data.csv"));
      String data = owner.upload(project, "sales.csv", csv).replaceAll(".*/", "");
      String run =
          result(
              owner,
              project,
              "runs",
              Json.object().put("dataset", data).put("name", "Spring model"));
      String plan =
          result(
              owner,
              project,
              "plans",
              Json.object().put("run", run).put("budget", 1_000_000).put("name", "Next quarter"));
      browser.look(1280, false);
      browser.go(server.loginLink().orElseThrow());
      String pages = server.address() + project.substring("/api/v1".length());
      take(browser, pages + "/data/" + data, docs.resolve("page-data.png"), 1000);
      take(browser, pages + "/results/" + run, docs.resolve("page-results.png"), 1150);
      take(browser, pages + "/results/" + plan, docs.resolve("page-planner.png"), 1150);
    }
    assertThat(docs.resolve("page-results.png")).isNotEmptyFile();
  }

  @Test
  void takesTheReport() throws IOException {
    String report = System.getProperty("mmm.report", "");
    assumeTrue(!report.isEmpty(), "-Dmmm.report names no report.html: its picture stays.");
    Path file = Path.of("..", "docs", "report.png");
    try (Browser browser = Browser.open()) {
      browser.look(1120, false);
      browser.go(Path.of(report).toUri().toString());
      browser.await("charts are missing", () -> !browser.all("[data-chart] svg").isEmpty());
      browser.picture(file, 1120, 1400);
    }
    assertThat(file).isNotEmptyFile();
  }

  private static String result(Client owner, String project, String list, JsonNode body) {
    String job = owner.post(project + "/" + list, body).json().get("id").asText();
    Servers.finished(owner, project, job);
    return job;
  }

  private static void take(Browser browser, String place, Path file, int height)
      throws IOException {
    browser.go(place);
    browser.await("charts are missing", browser::drawn);
    browser.picture(file, 1280, height);
  }
}
