package org.deepcausalmmm.spark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.TaskContext;
import org.deepcausalmmm.cli.engine.FitProtocol;
import org.deepcausalmmm.server.job.Trees;

/**
 * The task of one fit: what is shipped to an executor.
 *
 * @param id the key under which the driver knows its listener
 * @param arguments of the command, with a placeholder for the task's directory
 * @param inputs the files of that directory
 * @param results the names of the files that come back
 */
record FitTask(
    String id,
    List<String> arguments,
    Map<String, byte[]> inputs,
    List<String> results,
    TaskBody body)
    implements Serializable {
  FitTask {
    arguments = List.copyOf(arguments);
    inputs = Map.copyOf(inputs);
    results = List.copyOf(results);
  }

  /**
   * What a task sends back.
   *
   * @param outcome of the command, as JSON
   * @param files the files of the result; empty if the command failed
   * @param attempts how often the task was begun
   * @param log what the command printed
   */
  record TaskOutcome(String outcome, Map<String, byte[]> files, int attempts, String log)
      implements Serializable {
    TaskOutcome {
      files = Map.copyOf(files);
    }
  }

  /** Runs the command in a directory of its own. */
  TaskOutcome run() throws IOException {
    Path directory = Files.createTempDirectory("mmm-fit-");
    try (ProgressStream progress = new ProgressStream(id)) {
      for (Map.Entry<String, byte[]> input : inputs.entrySet()) {
        Files.write(directory.resolve(input.getKey()), input.getValue());
      }
      ByteArrayOutputStream log = new ByteArrayOutputStream();
      String outcome = body.run(FitProtocol.in(arguments, directory), log, progress);
      TaskContext.get().killTaskIfInterrupted();
      Map<String, byte[]> files = new HashMap<>();
      for (String name : results) {
        Path file = directory.resolve(name);
        if (Files.isRegularFile(file)) {
          files.put(name, Files.readAllBytes(file));
        }
      }
      return new TaskOutcome(
          outcome,
          files,
          TaskContext.get().attemptNumber() + 1,
          log.toString(StandardCharsets.UTF_8));
    } finally {
      Trees.delete(directory);
    }
  }
}
