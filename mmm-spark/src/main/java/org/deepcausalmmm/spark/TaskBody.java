package org.deepcausalmmm.spark;

import java.io.OutputStream;
import java.io.Serializable;
import java.util.List;

/** The work of a task: a command, run by the protocol of workers. */
@FunctionalInterface
interface TaskBody extends Serializable {
  /**
   * Runs a command.
   *
   * @param log receives the lines that it prints
   * @param progress receives progress, a line of JSON each
   * @return the outcome as JSON
   */
  String run(List<String> arguments, OutputStream log, OutputStream progress);
}
