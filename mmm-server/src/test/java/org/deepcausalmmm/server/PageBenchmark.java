package org.deepcausalmmm.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.deepcausalmmm.server.base.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fifty viewers of the pages of a run, first paint on a cold cache, and hand-outs. The run is that
 * of {@code -Dmmm.run}, else a small one. Server and viewers share a process and its cores.
 */
@Tag("benchmark")
class PageBenchmark {
  private static final int VIEWERS = 50;
  private static final int EACH = 40;
  private static final int PAUSE_MILLIS = 1_000;
  private static final List<String> VIEWS =
      List.of("summary", "contribution", "return", "response", "structure", "fit", "details");

  @TempDir private Path directory;

  @Test
  void pagesAndHandOuts() throws Exception {
    try (MmmServer server =
        MmmServer.builder()
            .data(directory.resolve("data"))
            .port(0)
            .executor(new FixtureExecutor(fixtures()))
            .start()) {
      Client owner = Client.token(server, "admin");
      String project = owner.project("Wide");
      String csv = Files.readString(FixtureExecutor.files().resolve("data.csv"));
      String data = owner.upload(project, "sales.csv", csv).replaceAll(".*/", "");
      String run =
          owner
              .post(project + "/runs", Json.object().put("dataset", data).put("name", "Wide"))
              .json()
              .get("id")
              .asText();
      Servers.finished(owner, project, run);
      String base = project.substring("/api/v1".length());
      List<String> places = new ArrayList<>(List.of("/", base, base + "/experiments"));
      VIEWS.forEach(view -> places.add(base + "/results/" + run + "?view=" + view));
      places.add(base + "/results/" + run + "/planner");
      places.add(base + "/results/" + run + "/chart-data");
      for (String place : places) {
        once(owner, place);
      }
      view(owner, places);
      paint(server, base, run);
      for (String file : List.of("workbook.xlsx", "report.pdf")) {
        once(owner, project + "/results/" + run + "/handouts/" + file);
      }
    }
  }

  /** Returns fixtures whose run is the one that is asked for. */
  private Path fixtures() throws IOException {
    String run = System.getProperty("mmm.run", "");
    if (run.isEmpty()) {
      return FixtureExecutor.files();
    }
    Path fixtures = Files.createDirectories(directory.resolve("fixtures/run")).getParent();
    try (Stream<Path> files = Files.list(Path.of(run))) {
      for (Path file : files.toList()) {
        Files.copy(file, fixtures.resolve("run").resolve(file.getFileName()));
      }
    }
    return fixtures;
  }

  private static double cpuSeconds() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }

  private static void once(Client client, String place) {
    double cpu = cpuSeconds();
    long begun = System.nanoTime();
    Client.Answer answer = client.get(place);
    assertThat(answer.status()).as(place).isEqualTo(200);
    System.out.printf(
        "first %s: %.0f ms, %.2f CPU s, %d bytes%n",
        place.replaceAll("[a-z]+_[a-z0-9]{20}", "ID"),
        (System.nanoTime() - begun) / 1e6,
        cpuSeconds() - cpu,
        answer.bytes().length);
  }

  private static void view(Client client, List<String> places) throws Exception {
    Map<String, List<Double>> millis = Collections.synchronizedMap(new TreeMap<>());
    places.forEach(place -> millis.put(place, Collections.synchronizedList(new ArrayList<>())));
    ExecutorService pool = Executors.newFixedThreadPool(VIEWERS);
    List<Future<?>> viewers = new ArrayList<>();
    double cpu = cpuSeconds();
    for (int v = 0; v < VIEWERS; v++) {
      int first = v;
      viewers.add(
          pool.submit(
              () -> {
                Client viewer = client.with("Accept-Encoding", "gzip");
                for (int i = 0; i < EACH; i++) {
                  String place = places.get((first + i) % places.size());
                  long begun = System.nanoTime();
                  assertThat(viewer.get(place).status()).isEqualTo(200);
                  millis.get(place).add((System.nanoTime() - begun) / 1e6);
                  Thread.sleep(PAUSE_MILLIS);
                }
                return null;
              }));
    }
    for (Future<?> viewer : viewers) {
      viewer.get();
    }
    pool.shutdown();
    double used = cpuSeconds() - cpu;
    List<Double> all = new ArrayList<>();
    millis.forEach(
        (place, each) -> {
          all.addAll(each);
          print(place.replaceAll("[a-z]+_[a-z0-9]{20}", "ID"), each);
        });
    print(VIEWERS + " viewers, %.1f CPU ms a page".formatted(1e3 * used / all.size()), all);
  }

  private static void print(String what, List<Double> millis) {
    List<Double> sorted = millis.stream().sorted().toList();
    System.out.printf(
        "%s: %d requests, p50 %.0f ms, p95 %.0f ms%n",
        what, sorted.size(), sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 95 / 100));
  }

  private static void paint(MmmServer server, String base, String run) {
    try (Browser browser = Browser.open()) {
      browser.look(1440, false);
      browser.go(server.loginLink().orElseThrow());
      for (String place : List.of("/", base, base + "/results/" + run + "?view=contribution")) {
        browser.forget();
        browser.go(server.address() + place);
        browser.await("charts are missing", browser::drawn);
        System.out.printf(
            "first paint of %s: %s ms%n",
            place.replaceAll("[a-z]+_[a-z0-9]{20}", "ID"),
            browser.run(
                "return Math.round(performance.getEntriesByName('first-contentful-paint')[0].startTime)"));
      }
    }
  }
}
