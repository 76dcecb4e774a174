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
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.job.WorkerSettings;
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
