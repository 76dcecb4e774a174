package org.deepcausalmmm.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.deepcausalmmm.server.base.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Server, worker or connection to the database are ended at random moments while jobs run. Nothing
 * finished is lost, every job ends, and no result is half written.
 */
@Tag("benchmark")
class KillBenchmark {
  private static final int KILLS = Integer.getInteger("mmm.study.kills", 100);

  @TempDir private Path directory;
  private ServerProcess server;
  private Client owner;
  private String project = "";
  private final Set<String> finished = new HashSet<>();

  @Test
  void embedded() throws Exception {
    study("H2", new String[0]);
  }

  @Test
  void postgres() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database study");
      terminate = statement;
      study("PostgreSQL", new String[] {postgres.getJdbcUrl("postgres", "study")});
    }
  }

  private @org.jspecify.annotations.Nullable Statement terminate;

  private void study(String name, String[] database) throws Exception {
    SplittableRandom random = new SplittableRandom(17);
    Path data = directory.resolve(name);
    server = ServerProcess.start(data, 0, 2, database);
    owner = server.owner();
    project = owner.project("Study");
    String set = owner.upload(project, "sales.csv", SmallTable.csv()).replaceAll(".*/", "");
    int[] kills = new int[3];
    List<String> jobs = new ArrayList<>();
    for (int i = 0; i < KILLS; i++) {
      for (int j = 0; j < 2; j++) {
        submit(set, jobs);
      }
      Thread.sleep(random.nextInt(1_500));
      int what = random.nextInt(terminate == null ? 2 : 3);
      kills[what]++;
      if (what == 0) {
        server.kill();
        server = ServerProcess.start(data, 0, 2, database);
        owner = owner.at(server.port());
      } else if (what == 1) {
        server.workers().stream().findAny().ifPresent(ProcessHandle::destroyForcibly);
      } else {
        terminate.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'study'");
      }
      finishedAreStillThere();
    }
    int failed = 0;
    for (String job : jobs) {
      JsonNode ended =
          Servers.awaited(
              owner,
              project + "/jobs/" + job,
              found -> found.path("finished").isTextual(),
              Duration.ofMinutes(5));
      String state = ended.get("state").asText();
      if (state.equals("failed")) {
        System.out.println("failed: " + ended.get("error"));
      }
      failed += state.equals("failed") ? 1 : 0;
      assertThat(state).isIn("done", "failed");
    }
    finishedAreStillThere();
    assertThat(halfWritten(data)).isEmpty();
    System.out.printf(
        "%s: %d kills (%d server, %d worker, %d connections), %d jobs, %d done, %d failed%n",
        name, KILLS, kills[0], kills[1], kills[2], jobs.size(), jobs.size() - failed, failed);
    server.close();
  }

  /** A job whose acknowledgement was lost is asked for again under the same key. */
  private void submit(String set, List<String> jobs) throws InterruptedException {
    Client keyed = owner.with("Idempotency-Key", "job-" + jobs.size());
    ObjectNode body = Json.object().put("dataset", set).put("seed", jobs.size());
    for (int i = 0; i < 100; i++) {
      try {
        Client.Answer answer = keyed.post(project + "/runs", body);
        if (answer.status() == 202) {
          jobs.add(answer.json().get("id").asText());
          return;
        }
      } catch (UncheckedIOException e) {
        // The server is being killed or started.
      }
      Thread.sleep(100);
    }
    throw new AssertionError("The job was never accepted.");
  }

  private void finishedAreStillThere() {
    for (int i = 0; ; i++) {
      try {
        JsonNode done = owner.get(project + "/jobs?state=done&limit=500").json().path("items");
        done.forEach(job -> finished.add(job.get("id").asText()));
        JsonNode results = owner.get(project + "/runs?limit=500").json().path("items");
        Set<String> there = new HashSet<>();
        results.forEach(result -> there.add(result.get("id").asText()));
        if (results.isArray()) {
          assertThat(there).containsAll(finished);
          return;
        }
      } catch (UncheckedIOException e) {
        if (i > 100) {
          throw e;
        }
      }
    }
  }

  private List<Path> halfWritten(Path data) throws java.io.IOException {
    try (Stream<Path> results = Files.list(data.resolve("results"))) {
      return results
          .filter(
              result ->
                  !Files.exists(result.resolve("summary.json"))
                      || !Files.exists(result.resolve("model.mmm"))
                      || owner
                              .get(
                                  project
                                      + "/results/"
                                      + result.getFileName()
                                      + "/tables/channels?format=csv")
                              .status()
                          != 200)
          .toList();
    }
  }
}
