package org.deepcausalmmm.server.job;

import java.io.IOException;

/** The executor of commands of the platform: in processes, in this JVM, on a cluster. */
public interface CommandExecutor {
  /**
   * Begins a command.
   *
   * @throws IOException if it cannot be begun
   */
  Work start(WorkOrder order, WorkListener listener) throws IOException;
}
