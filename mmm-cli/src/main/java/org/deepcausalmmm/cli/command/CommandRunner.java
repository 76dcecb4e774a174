package org.deepcausalmmm.cli.command;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.server.base.ServerCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * The run of one command for somebody else, by the protocol of workers: progress as lines of JSON,
 * and at the end an outcome with the exit code and, of an error, code, message and advice.
 */
public final class CommandRunner {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private CommandRunner() {}

  /**
   * Runs a command of the bundled application in this process.
   *
   * @param log receives the lines that the command prints
   * @param progress receives progress and notes, a line of JSON each
   * @return the outcome as JSON
   */
  public static String run(List<String> arguments, OutputStream log, OutputStream progress) {
    return run(
            CommandTree.create(Services.bundled()),
            arguments,
            new PrintWriter(OutputStream.nullOutputStream()),
            new WorkerOutput(log, progress))
        .toString();
  }

  /** Runs a command line and returns its outcome. */
  static ObjectNode run(
      CommandLine line, List<String> arguments, PrintWriter out, WorkerOutput err) {
    AtomicReference<Exception> error = new AtomicReference<>();
    line.setOut(out);
    line.setErr(err);
    line.setExecutionExceptionHandler(
        (exception, command, parsed) -> {
          error.set(exception);
          return ErrorText.print(command, exception, false);
        });
    line.setParameterExceptionHandler(
        (exception, args) -> {
          error.set(exception);
          return ErrorText.printUsage(exception);
        });
    try {
      int exit = line.execute(arguments.toArray(String[]::new));
      return outcome(exit, error.get());
    } catch (LinkageError e) {
      e.printStackTrace(err);
      return outcome(ErrorKind.SYSTEM.exitCode(), lacking(e));
    }
  }

  private static MmmException lacking(LinkageError error) {
    return ServerCode.WORKER_LACKS_LIBRARY.error(
        "The worker lacks a library: %s."
            .formatted(String.valueOf(error.getMessage()).replace('/', '.')),
        "Start the server from a complete distribution, or add the missing jar to the class path"
            + " of its workers.",
        error);
  }

  private static ObjectNode outcome(int exit, @Nullable Exception error) {
    ObjectNode node = JSON.createObjectNode();
    // A command that ends without an error has written its result, findings and all.
    node.put("exit", error == null ? 0 : exit);
    if (error instanceof MmmException known) {
      node.put("code", known.code());
      node.put("message", known.getMessage());
      node.put("advice", known.advice());
    } else if (error instanceof CommandLine.ParameterException wrong) {
      node.put("code", "MMM-USAGE-000");
      node.put("message", wrong.getMessage());
      node.put("advice", "Correct the value and start the job again.");
    } else if (error != null) {
      node.put("code", "MMM-SYSTEM-000");
      node.put("message", "An unexpected error: " + error);
      node.put("advice", "This is a defect of the program. Please report it with the job's log.");
    }
    return node;
  }
}
