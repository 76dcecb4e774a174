package org.deepcausalmmm.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.server.base.Role;
import org.deepcausalmmm.server.job.WorkerSettings;
import org.deepcausalmmm.server.security.HostUser;

/** The example of docs/server.md, compiled. */
final class EmbeddingExample {
  private EmbeddingExample() {}

  // embedding:begin
  static MmmServer mount(Path data, List<String> workerCommand) {
    return MmmServer.builder()
        .data(data)
        .port(0)
        .workers(WorkerSettings.of(workerCommand))
        .authentication(
            request ->
                request
                    .headers()
                    .apply("X-Company-User")
                    .map(name -> new HostUser(name, Role.ANALYST))
                    .or(Optional::empty))
        .start();
  }
  // embedding:end
}
