package org.deepcausalmmm.server.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.store.Job;
import org.jspecify.annotations.Nullable;

/**
 * How a command ended.
 *
 * @param failure why it failed; null if it did what it should
 */
public record WorkOutcome(Job.@Nullable Failure failure) {
  /** The file, written in one step, by which a worker says that its command has ended. */
  public static final String FILE = "outcome.json";

  /** The outcome of a command that did what it should. */
  public static final WorkOutcome DONE = new WorkOutcome(null);

  /** Returns the outcome that a worker has left in its directory; empty if it was cut off. */
  public static Optional<WorkOutcome> read(Path directory) {
    Path file = directory.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      JsonNode node = Json.read(Files.readAllBytes(file));
      if (node.path("exit").asInt(-1) == 0) {
        return Optional.of(DONE);
      }
      return Optional.of(
          new WorkOutcome(
              new Job.Failure(
                  node.path("code").asText("MMM-SYSTEM-000"),
                  node.path("message").asText("The command failed without a reason."),
                  node.path("advice").asText("See the job's log."))));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
