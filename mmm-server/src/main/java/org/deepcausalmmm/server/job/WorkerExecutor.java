package org.deepcausalmmm.server.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.server.base.Json;

/** The executor of each command in a process of its own, which ends when this one does. */
public final class WorkerExecutor implements CommandExecutor {
  /** Names of environment variables that a worker has no business with. */
  private static final String SECRET = "(?i).*(password|secret|token).*";

  private final List<String> command;

  /**
   * Creates an executor.
   *
   * @param command the command line of a worker, to which the job's directory is added
   */
  public WorkerExecutor(List<String> command) {
    this.command = List.copyOf(command);
  }

  @Override
  public Work start(WorkOrder order, WorkListener listener) throws IOException {
    if (command.isEmpty()) {
      throw new IOException("the server was started without a command for its workers");
    }
    ObjectNode node = Json.object();
    order.arguments().forEach(node.putArray("arguments")::add);
    Files.write(order.directory().resolve(WorkOrder.FILE), Json.bytes(node));
    List<String> line = new ArrayList<>(command);
    line.add(order.directory().toString());
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.directory(order.directory().toFile());
    builder.environment().keySet().removeIf(name -> name.matches(SECRET));
    builder.redirectError(
        ProcessBuilder.Redirect.appendTo(order.directory().resolve(JobFolder.LOG).toFile()));
    return new WorkerProcess(builder.start(), order.directory() + "/", listener);
  }
}
