package org.deepcausalmmm.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.job.WorkerSettings;
import org.deepcausalmmm.server.ops.Restoration;
import org.deepcausalmmm.server.ops.ServerBackup;
import org.deepcausalmmm.server.schedule.SourceSettings;
import org.deepcausalmmm.server.store.DatabaseSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same server on a real PostgreSQL, of which one is started for the test. */
class PostgresTest {
  @TempDir private static Path directory;
  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void startDatabase() throws IOException {
    assumeTrue(
        System.getProperty("os.name").equals("Linux")
            && System.getProperty("os.arch").equals("amd64"),
        "the PostgreSQL of the tests is there for Linux on amd64 only");
    postgres = EmbeddedPostgres.builder().setPGStartupWait(Duration.ofSeconds(60)).start();
  }

  @AfterAll
  static void stopDatabase() throws IOException {
    if (postgres != null) {
      postgres.close();
    }
  }

  private static DatabaseSettings database(String name) {
    return DatabaseSettings.of(postgres.getJdbcUrl("postgres", name), "postgres", "sesame-sesame");
  }

  private static MmmServer start(String data, DatabaseSettings database) {
    return MmmServer.builder()
        .data(directory.resolve(data))
        .port(0)
        .database(database)
        .workers(
            new WorkerSettings(
                TestWorker.command(), 2, 1L << 30, Duration.ofSeconds(60), Duration.ofMillis(200)))
        .start();
  }

  @Test
  void projectsDataJobsAndResultsAreTheSame() throws Exception {
    try (MmmServer server = start("data", database("postgres"))) {
      Client owner = Client.token(server, "admin");
      String project = owner.project("Shoes; drop table projects; --");
      String data = owner.upload(project, "sales.csv", SmallTable.csv());
      JsonNode body = Json.object().put("dataset", data.replaceAll(".*/", ""));
      Client keyed = owner.with("Idempotency-Key", "k");
      String job = keyed.post(project + "/runs", body).json().get("id").asText();
      assertThat(keyed.post(project + "/runs", body).json().get("id").asText()).isEqualTo(job);
      String path = project + "/jobs/" + job;
      for (int i = 0; owner.get(path).json().get("finished").isNull() && i < 600; i++) {
        Thread.sleep(50);
      }
      assertThat(owner.get(path).json().get("state").asText()).isEqualTo("done");
      assertThat(owner.get(project + "/results/" + job + "/tables/channels?format=csv").text())
          .isEqualTo(RunFixture.CHANNELS);
      assertThat(owner.get("/api/v1/projects?limit=1").json().get("items")).hasSize(1);
      assertThat(owner.get("/api/v1/audit").json().get("items")).isNotEmpty();
      assertThat(owner.get("/ready").status()).isEqualTo(200);
    }
    assertThatThrownBy(() -> start("other", database("postgres")))
        .hasMessageContaining("belongs to another data directory");
  }

  /** What a client sees of everything that a backup holds. */
  private static List<String> contents(Client owner, String project, String run) {
    return Stream.of(
            "/api/v1/projects",
            project,
            project + "/members",
            project + "/datasets",
            project + "/jobs",
            project + "/jobs/" + run + "/events?after=0",
            project + "/results/" + run,
            project + "/results/" + run + "/tables/channels",
            project + "/schedules",
            "/api/v1/users",
            "/api/v1/audit")
        .map(path -> owner.with("Accept", "application/json").get(path))
        .peek(answer -> assertThat(answer.status()).as(answer.text()).isEqualTo(200))
        .map(Client.Answer::text)
        .toList();
  }

  private static MmmServerBuilder server(String data, DatabaseSettings database) {
    return Servers.in(directory.resolve(data))
        .database(database)
        .sources(new SourceSettings(List.of(directory), Map.of()));
  }

  @Test
  void aBackupGoesFromH2ToPostgresAndBackUnchanged() throws Exception {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database restored");
    }
    Path first = directory.resolve("h2.zip");
    Path second = directory.resolve("postgres.zip");
    DatabaseSettings h2 = DatabaseSettings.embedded(directory.resolve("h2"));
    String token;
    String project;
    String run;
    List<String> before;
    try (MmmServer server = server("h2", h2).start()) {
      Client owner = Client.owner(server);
      token =
          owner.post("/api/v1/tokens", Json.object().put("name", "t")).json().get("token").asText();
      project = owner.project("Schuhe \"Ü\" \\ 'x'; --");
      run = Servers.run(owner, project);
      JsonNode ada =
          Json.object().put("name", "ada").put("password", "long enough").put("role", "viewer");
      String user = owner.post("/api/v1/users", ada).json().get("id").asText();
      owner.put(project + "/members/" + user, Json.object());
      JsonNode plan =
          Json.object()
              .put("name", "weekly")
              .put("run", run)
              .set("source", Json.object().put("file", "."));
      assertThat(owner.post(project + "/schedules", plan).status()).isEqualTo(201);
      before = contents(Client.nobody(server).bearer(token), project, run);
    }
    ServerBackup.write(directory.resolve("h2"), h2, first, Duration.ofSeconds(60));

    DatabaseSettings restored = database("restored");
    Restoration.restore(first, directory.resolve("on-postgres"), restored);
    try (MmmServer server = server("on-postgres", restored).start()) {
      assertThat(contents(Client.nobody(server).bearer(token), project, run)).isEqualTo(before);
      assertThat(Servers.run(Client.nobody(server).bearer(token), project)).isNotEqualTo(run);
    }
    ServerBackup.write(directory.resolve("on-postgres"), restored, second, Duration.ofSeconds(60));

    DatabaseSettings again = DatabaseSettings.embedded(directory.resolve("again"));
    Restoration.restore(second, directory.resolve("again"), again);
    try (MmmServer server = server("again", again).start()) {
      Client owner = Client.nobody(server).bearer(token);
      assertThat(owner.get(project + "/jobs").json().get("items")).hasSize(2);
      assertThat(owner.get(project + "/results/" + run).text()).isEqualTo(before.get(6));
      assertThat(Servers.run(owner, project)).isNotEqualTo(run);
    }
  }

  @Test
  void aDatabaseThatBreaksOffIsUsedAgainOnceItIsBack() throws Exception {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database flaky");
      try (MmmServer server = start("flaky", database("flaky"))) {
        Client owner = Client.token(server, "admin");
        owner.project("Before");
        statement.execute("alter database flaky with allow_connections false");
        statement.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'flaky'");
        Client.Answer down = owner.get("/ready");
        assertThat(down.status()).as(down.text()).isEqualTo(503);
        assertThat(down.code()).isEqualTo("MMM-SYSTEM-504");
        assertThat(down.text()).doesNotContain("sesame");
        assertThat(owner.get("/health").status()).isEqualTo(200);
        statement.execute("alter database flaky with allow_connections true");
        for (int i = 0; owner.get("/ready").status() != 200 && i < 100; i++) {
          Thread.sleep(50);
        }
        assertThat(owner.get("/api/v1/projects").json().get("items")).hasSize(1);
      }
    }
  }
}
