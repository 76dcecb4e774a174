package org.deepcausalmmm.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.deepcausalmmm.server.base.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers, a full queue, a large upload, and a day of traffic, against 127.0.0.1 alone. */
@Tag("benchmark")
class LoadBenchmark {
  @TempDir private Path directory;

  private static String largeRun(Client owner, String project) {
    String data = owner.upload(project, "sales.csv", SmallTable.csv()).replaceAll(".*/", "");
    ObjectNode body = Json.object().put("dataset", data).put("seed", 42);
    String run = owner.post(project + "/runs", body).json().get("id").asText();
    Servers.finished(owner, project, run);
    return project + "/results/" + run;
  }

  @Test
  void idle() throws Exception {
    try (ServerProcess server = ServerProcess.start(directory.resolve("data"), 0, 1)) {
      System.out.printf("start: %.2f CPU s%n", server.cpuSeconds());
      Thread.sleep(5_000);
      System.out.printf("idle: %.0f MiB resident%n", server.mebibytes("VmRSS"));
    }
  }

  @Test
  void fiftyReaders() throws Exception {
    try (ServerProcess server = ServerProcess.start(directory.resolve("data"), 0, 1)) {
      Client owner = server.owner();
      String project = owner.project("Load");
      String run = largeRun(owner, project);
      List<String> paths =
          List.of(
              run,
              run + "/tables/channels",
              run + "/tables/contributions?channel=channel-3&region=region-7",
              run + "/tables/channels?format=csv",
              project + "/runs",
              run + "/report");
      read(owner, paths, 4, 50);
      double before = server.cpuSeconds();
      List<Long> micros = read(owner, paths, 50, 60);
      double cpu = server.cpuSeconds() - before;
      Collections.sort(micros);
      System.out.printf(
          "50 readers: %d requests, p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, %.2f CPU ms each,"
              + " %.0f MiB resident%n",
          micros.size(),
          micros.get(micros.size() / 2) / 1e3,
          micros.get(micros.size() * 95 / 100) / 1e3,
          micros.get(micros.size() * 99 / 100) / 1e3,
          1e3 * cpu / micros.size(),
          server.mebibytes("VmRSS"));
    }
  }

  /** Each reader asks for one path after the other, with a pause as a person makes. */
  private static List<Long> read(Client client, List<String> paths, int readers, int each)
      throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(readers);
    List<Future<List<Long>>> futures = new ArrayList<>();
    for (int r = 0; r < readers; r++) {
      int first = r;
      futures.add(
          pool.submit(
              () -> {
                List<Long> micros = new ArrayList<>();
                Client reader = client.with("Accept-Encoding", "gzip");
                for (int i = 0; i < each; i++) {
                  long begun = System.nanoTime();
                  assertThat(reader.get(paths.get((first + i) % paths.size())).status())
                      .isEqualTo(200);
                  micros.add((System.nanoTime() - begun) / 1_000);
                  Thread.sleep(500);
                }
                return micros;
              }));
    }
    List<Long> all = new ArrayList<>();
    for (Future<List<Long>> future : futures) {
      all.addAll(future.get());
    }
    pool.shutdown();
    return all;
  }

  /** A worker without a JVM: it notes that it ran, and leaves a small result. */
  private Path script(Path ran) throws IOException {
    return Files.writeString(
        directory.resolve("worker.sh"),
        """
        echo "$1" >> '%s'
        mkdir "$1/result" && echo '{}' > "$1/result/summary.json"
        echo '{"exit":0}' > "$1/outcome.partial" && mv "$1/outcome.partial" "$1/outcome.json"
        """
            .formatted(ran));
  }

  @Test
  void aThousandJobs() throws Exception {
    int count = Integer.getInteger("mmm.study.jobs", 1_000);
    Path ran = directory.resolve("ran.txt");
    System.setProperty(ServerProcess.WORKER, script(ran).toString());
    try (ServerProcess server = ServerProcess.start(directory.resolve("data"), 0, 2)) {
      Client owner = server.owner();
      String project = owner.project("Queue");
      String data = owner.upload(project, "sales.csv", SmallTable.csv()).replaceAll(".*/", "");
      double before = server.cpuSeconds();
      long begun = System.nanoTime();
      Set<String> ids = accepted(owner, project, data, count);
      double seconds = (System.nanoTime() - begun) / 1e9;
      double cpu = server.cpuSeconds() - before;
      for (String id : ids) {
        JsonNode job =
            Servers.awaited(owner, project + "/jobs/" + id, j -> j.path("finished").isTextual());
        assertThat(job.get("state").asText()).isEqualTo("done");
        assertThat(job.get("attempt").asInt()).isEqualTo(1);
      }
      assertThat(ids).hasSize(count);
      assertThat(Files.readAllLines(ran)).hasSize(count).doesNotHaveDuplicates();
      System.out.printf(
          "%d jobs accepted in %.1f s (%.1f CPU s of the server), all done in %.1f s"
              + " (%.1f CPU s), each once%n",
          count, seconds, cpu, (System.nanoTime() - begun) / 1e9, server.cpuSeconds() - before);
    } finally {
      System.clearProperty(ServerProcess.WORKER);
    }
  }

  /** Eight clients ask for jobs; returns their ids. */
  private static Set<String> accepted(Client owner, String project, String data, int count)
      throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(8);
    List<Future<String>> answers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ObjectNode body = Json.object().put("dataset", data).put("seed", i);
      answers.add(
          clients.submit(
              () -> {
                Client.Answer answer = owner.post(project + "/runs", body);
                assertThat(answer.status()).as(answer.text()).isEqualTo(202);
                return answer.json().get("id").asText();
              }));
    }
    Set<String> ids = new HashSet<>();
    for (Future<String> answer : answers) {
      ids.add(answer.get());
    }
    clients.shutdown();
    return ids;
  }

  @Test
  void anUploadOfAGibibyte() throws Exception {
    long bytes = Long.getLong("mmm.study.bytes", 1L << 30);
    try (ServerProcess server = ServerProcess.start(directory.resolve("data"), 0, 1)) {
      Client owner = server.owner();
      String project = owner.project("Upload");
      double before = server.cpuSeconds();
      HttpRequest request =
          owner
              .request(project + "/datasets?name=large.csv")
              .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new Rows(bytes)))
              .build();
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
      System.out.printf(
          "upload of %d MiB: peak %.0f MiB resident, %.1f CPU s%n",
          bytes >> 20, server.mebibytes("VmHWM"), server.cpuSeconds() - before);
    }
  }

  /** As many bytes of CSV as are wanted. */
  private static final class Rows extends InputStream {
    private static final byte[] ROW = "2024-01-01,1234.5,6789.0,42\n".getBytes();
    private long left;
    private int at;

    Rows(long bytes) {
      left = bytes;
    }

    @Override
    public int read() {
      if (left-- <= 0) {
        return -1;
      }
      byte b = ROW[at];
      at = (at + 1) % ROW.length;
      return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = (int) Math.min(length, left);
      if (n <= 0) {
        return -1;
      }
      for (int i = 0; i < n; i++) {
        buffer[offset + i] = ROW[at];
        at = (at + 1) % ROW.length;
      }
      left -= n;
      return n;
    }
  }

  @Test
  void aDayOfTraffic() throws Exception {
    int minutes = Integer.getInteger("mmm.study.minutes", 20);
    try (ServerProcess server = ServerProcess.start(directory.resolve("data"), 0, 1)) {
      Client owner = server.owner();
      String project = owner.project("Soak");
      String run = largeRun(owner, project);
      long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(minutes);
      long report = System.nanoTime();
      int requests = 0;
      while (System.nanoTime() < end) {
        for (String path :
            List.of(run, run + "/tables/contributions", run + "/report", project + "/jobs")) {
          assertThat(owner.get(path).status()).isEqualTo(200);
          requests++;
        }
        String data = owner.upload(project, "x.csv", SmallTable.csv());
        assertThat(owner.delete(data).status()).isEqualTo(204);
        requests += 2;
        if (System.nanoTime() > report) {
          report += TimeUnit.SECONDS.toNanos(minutes * 60L / 8);
          System.out.printf(
              "soak: %d requests, %.0f MiB resident, %d open files, %s%n",
              requests,
              server.mebibytes("VmRSS"),
              server.openFiles(),
              owner
                  .get("/metrics")
                  .text()
                  .lines()
                  .filter(line -> line.matches("(mmm_database_conn|jvm_threads_current).*"))
                  .toList());
        }
        Thread.sleep(20);
      }
    }
  }
}
