package org.deepcausalmmm.server.job;

import java.nio.file.Path;
import java.util.List;

/**
 * A command that a worker runs in a directory of its own.
 *
 * @param job the id of the job
 * @param directory the working directory; it holds the inputs, and the worker leaves {@link
 *     WorkOutcome#FILE} there as the last thing it does
 * @param arguments those of the command line, without {@code mmm}
 * @param result the directory, below the working directory, that holds what the command wrote
 */
public record WorkOrder(String job, Path directory, List<String> arguments, String result) {
  /** The file in which the worker finds its arguments. */
  public static final String FILE = "order.json";

  public WorkOrder {
    arguments = List.copyOf(arguments);
  }

  /** Returns the directory of what the command wrote. */
  public Path resultDirectory() {
    return directory.resolve(result);
  }
}
