package org.deepcausalmmm.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.job.WorkerSettings;

/** Servers under test whose workers need no engine, and what tests do with them. */
final class Servers {
  private Servers() {}

  static WorkerSettings workers() {
    return new WorkerSettings(
        TestWorker.command(), 2, 1L << 30, Duration.ofSeconds(60), Duration.ofMillis(200));
  }

  static MmmServerBuilder in(Path data) {
    return MmmServer.builder().data(data).port(0).workers(workers());
  }

  /** Waits for the end of a job and returns it. */
  static JsonNode finished(Client client, String project, String job) {
    return awaited(client, project + "/jobs/" + job, found -> !found.get("finished").isNull());
  }

  /** Waits until what stands under a path is as wanted. */
  static JsonNode awaited(Client client, String path, Predicate<JsonNode> wanted) {
    return awaited(client, path, wanted, Duration.ofMinutes(1));
  }

  /** Waits at most so long until what stands under a path is as wanted. */
  static JsonNode awaited(
      Client client, String path, Predicate<JsonNode> wanted, Duration patience) {
    JsonNode last = Json.object();
    for (long i = 0; i < patience.toMillis() / 50; i++) {
      last = client.get(path).json();
      if (wanted.test(last)) {
        return last;
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    throw new AssertionError("Not as wanted: " + last);
  }

  /** Fits data and returns the id of the run. */
  static String run(Client client, String project) {
    String data = client.upload(project, "sales.csv", SmallTable.csv());
    JsonNode body = Json.object().put("dataset", data.replaceAll(".*/", ""));
    String job = client.post(project + "/runs", body).json().get("id").asText();
    finished(client, project, job);
    return job;
  }
}
