package org.deepcausalmmm.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.job.WorkerSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerLimitTest {
  @TempDir private Path directory;

  private JsonNode slowJob(WorkerSettings workers) {
    try (MmmServer server = Servers.in(directory.resolve("data")).workers(workers).start()) {
      Client owner = Client.token(server, "admin");
      String project = owner.project("Shoes");
      JsonNode body = Json.object().put("scenarios", "slow");
      String job = owner.post(project + "/recoveries", body).json().get("id").asText();
      return Servers.finished(owner, project, job);
    }
  }

  private static WorkerSettings limits(List<String> command, long memory, Duration time) {
    return new WorkerSettings(command, 1, memory, time, Duration.ofMillis(100));
  }

  @Test
  void aWorkerThatNeedsTooMuchMemoryIsEnded() {
    assumeTrue(Files.exists(Path.of("/proc/self/status")), "memory is known on Linux only");
    JsonNode job = slowJob(limits(TestWorker.command(), 1 << 20, Duration.ofMinutes(1)));
    assertThat(job.at("/error/code").asText()).isEqualTo("MMM-SYSTEM-508");
    assertThat(job.at("/error/advice").asText()).contains("--worker-memory");
  }

  @Test
  void aWorkerThatTakesTooLongIsEnded() {
    JsonNode job = slowJob(limits(TestWorker.command(), 1L << 40, Duration.ofSeconds(1)));
    assertThat(job.at("/error/code").asText()).isEqualTo("MMM-SYSTEM-509");
  }

  @Test
  void aWorkerThatCannotBeStartedIsNamed() {
    JsonNode job = slowJob(limits(List.of("/nowhere/java"), 1L << 40, Duration.ofMinutes(1)));
    assertThat(job.at("/error/code").asText()).isEqualTo("MMM-SYSTEM-510");
    assertThat(job.at("/error/message").asText()).contains("/nowhere/java");
  }

  @Test
  void aJobThatRunsWhenTheServerEndsReturnsToTheQueue() {
    Path data = directory.resolve("data");
    String project;
    String job;
    try (MmmServer server = Servers.in(data).start()) {
      Client owner = Client.token(server, "admin");
      project = owner.project("Shoes");
      JsonNode body = Json.object().put("scenarios", "slow");
      job = owner.post(project + "/recoveries", body).json().get("id").asText();
      Servers.awaited(
          owner, project + "/jobs/" + job, found -> found.at("/progress/done").asInt() > 0);
    }
    try (MmmServer server = Servers.in(data).start()) {
      Client owner = Client.token(server, "admin");
      JsonNode running =
          Servers.awaited(
              owner,
              project + "/jobs/" + job,
              found -> found.get("state").asText().equals("running"));
      assertThat(running.get("attempt").asInt()).isEqualTo(1);
      owner.post(project + "/jobs/" + job + "/cancel", Json.object());
      Servers.finished(owner, project, job);
    }
  }
}
