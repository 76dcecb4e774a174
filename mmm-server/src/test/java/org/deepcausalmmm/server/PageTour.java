package org.deepcausalmmm.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.deepcausalmmm.server.base.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Checks every page at 390 and 1,440 pixels, light and dark, and takes a picture of each into
 * {@code target/tour}: to be looked at before and after a change of the pages.
 */
@Tag("benchmark")
class PageTour {
  private static final int TALLEST = 9_000;

  @TempDir private Path directory;

  @Test
  void everyPageIsTaken() throws IOException {
    Path tour = Files.createDirectories(Path.of("target", "tour"));
    String only = System.getProperty("mmm.tour", "");
    try (MmmServer server =
            MmmServer.builder()
                .data(directory.resolve("data"))
                .port(0)
                .executor(new FixtureExecutor(FixtureExecutor.files()))
                .start();
        Browser browser = Browser.open()) {
      browser.look(1440, false);
      browser.go(server.address() + "/");
      browser.wholePicture(tour.resolve("signin-1440-light.png"), 1440, TALLEST);
      browser.go(server.loginLink().orElseThrow());
      browser.go(server.address() + "/");
      browser.complaints();
      browser.wholePicture(tour.resolve("empty-1440-light.png"), 1440, TALLEST);
      for (Map.Entry<String, String> page : pages(server).entrySet()) {
        if (!page.getKey().contains(only)) {
          continue;
        }
        for (int width : new int[] {390, 1440}) {
          for (boolean dark : new boolean[] {false, true}) {
            if (page.getKey().equals("missing")) {
              browser.look(width, dark);
              browser.go(server.address() + page.getValue());
              browser.complaints();
            } else {
              browser.check(server.address() + page.getValue(), width, dark);
            }
            String name = page.getKey() + "-" + width + (dark ? "-dark" : "-light") + ".png";
            browser.wholePicture(tour.resolve(name), width, TALLEST);
          }
        }
      }
    }
    assertThat(tour.resolve("empty-1440-light.png")).isNotEmptyFile();
  }

  private static Map<String, String> pages(MmmServer server) throws IOException {
    Client owner = Client.token(server, "admin");
    String project = owner.project("Running shoes");
    String csv = Files.readString(FixtureExecutor.files().resolve("data.csv"));
    String data = owner.upload(project, "sales.csv", csv).replaceAll(".*/", "");
    Map<String, String> pages = new LinkedHashMap<>();
    String base = project.substring("/api/v1".length());
    pages.put("data", base + "/data/" + data);
    pages.put("model", base + "/data/" + data + "/model");
    String reading =
        done(owner, project, "experiments", body("Spring test", data).put("channel", "tv"), true);
    String learned = fit(owner, project, body("Learned", data), reading);
    String run = done(owner, project, "runs", body("Spring model", data), false);
    String backtest =
        done(owner, project, "runs", body("Backtest", data).put("kind", "backtest"), false);
    String plan =
        done(owner, project, "plans", named("Next quarter", run).put("budget", 1_000_000), false);
    String other =
        done(owner, project, "plans", named("More", run).put("budget", 2_000_000), false);
    String forecast =
        done(owner, project, "forecasts", named("Outlook", run).put("plan", plan), false);
    String ranking =
        done(
            owner,
            project,
            "experiments",
            named("Ranking", run).put("kind", "experiment-ranking").put("budget", 5_000_000),
            false);
    String design =
        done(
            owner,
            project,
            "experiments",
            body("Design", data)
                .put("kind", "experiment-design")
                .put("channel", "tv")
                .put("budget", 400_000),
            false);
    String results = base + "/results/";
    pages.put("projects", "/");
    pages.put("project", base);
    pages.put("job", base + "/jobs/" + run);
    for (String view :
        new String[] {
          "summary", "contribution", "return", "response", "structure", "fit", "details"
        }) {
      pages.put("run-" + view, results + run + "?view=" + view);
    }
    pages.put("run-experiments", results + learned + "?view=experiments");
    pages.put("compare", results + run + "/compare/" + learned);
    pages.put("backtest", results + backtest);
    pages.put("planner", results + run + "/planner");
    pages.put("plan", results + plan);
    pages.put("versus", results + plan + "/versus/" + other);
    pages.put("forecast", results + forecast);
    pages.put("settings", base + "/settings");
    pages.put("experiments", base + "/experiments");
    pages.put("experiment-reading", results + reading);
    pages.put("experiment-design", results + design);
    pages.put("experiment-ranking", results + ranking);
    for (String part : new String[] {"users", "jobs", "schedules", "plugins", "audit"}) {
      pages.put("admin-" + part, "/admin?part=" + part);
    }
    pages.put("account", "/account");
    pages.put("missing", base + "/nowhere");
    return pages;
  }

  private static ObjectNode body(String name, String data) {
    return Json.object().put("name", name).put("dataset", data);
  }

  private static ObjectNode named(String name, String run) {
    return Json.object().put("name", name).put("run", run);
  }

  private static String fit(Client owner, String project, ObjectNode body, String reading) {
    body.putArray("experiments").add(reading);
    return done(owner, project, "runs", body, false);
  }

  private static String done(
      Client owner, String project, String list, ObjectNode body, boolean reading) {
    if (reading) {
      body.put("from", "2024-11-25").put("to", "2024-12-16").putArray("treated").add("region_1");
    }
    String job = owner.post(project + "/" + list, body).json().get("id").asText();
    Servers.finished(owner, project, job);
    return job;
  }
}
