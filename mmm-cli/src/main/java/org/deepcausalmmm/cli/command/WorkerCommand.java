package org.deepcausalmmm.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The command that runs another one for a server. The directory holds the command's arguments in
 * {@code order.json} and its inputs; the last thing that is written there, in one step, is {@code
 * outcome.json}. The process ends when its standard input does, because then its server is gone.
 */
@Command(
    name = "worker",
    hidden = true,
    description = "Run the command of a job directory; a server starts this.")
final class WorkerCommand implements Callable<Integer> {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final long MILLIS_TO_CLEAN_UP = 700;

  private final Supplier<CommandLine> commands;

  /** Commands whose fits may run elsewhere. */
  private static final Set<String> FITTING = Set.of("fit", "backtest", "check-model", "recover");

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      description = "Where the fits of the command run; default: in this process.")
  private @Nullable String engine;

  @Parameters(index = "0", paramLabel = "DIR", description = "The directory of the job.")
  private Path directory = Path.of("");

  /** Creates the command; the supplier gives the command line that it runs. */
  WorkerCommand(Supplier<CommandLine> commands) {
    this.commands = commands;
  }

  @Override
  public Integer call() throws IOException {
    endWithServer();
    PrintStream server = System.out;
    // What a library prints belongs into the log, not between the lines of the protocol.
    System.setOut(System.err);
    List<String> arguments = new ArrayList<>();
    JsonNode order = JSON.readTree(directory.resolve("order.json").toFile());
    order.path("arguments").forEach(argument -> arguments.add(argument.asText()));
    if (engine != null && FITTING.contains(arguments.get(0)) && !arguments.contains("--refresh")) {
      arguments.addAll(List.of("--engine", engine));
    }
    ObjectNode outcome;
    try (PrintWriter out =
        new PrintWriter(
            Files.newBufferedWriter(directory.resolve("output.txt"), StandardCharsets.UTF_8))) {
      outcome =
          CommandRunner.run(commands.get(), arguments, out, new WorkerOutput(System.err, server));
    }
    Path partial = directory.resolve("outcome.partial");
    Files.write(partial, JSON.writeValueAsBytes(outcome));
    Files.move(partial, directory.resolve("outcome.json"), StandardCopyOption.ATOMIC_MOVE);
    return outcome.path("exit").asInt();
  }

  private static void endWithServer() {
    Thread watch = new Thread(WorkerCommand::awaitServer, "server-watch");
    watch.setDaemon(true);
    watch.start();
  }

  private static void awaitServer() {
    try {
      while (System.in.read() >= 0) {
        // The server says nothing; only the end matters.
      }
    } catch (IOException e) {
      // As good as the end.
    }
    Thread end = new Thread(() -> System.exit(1), "end");
    end.setDaemon(true);
    end.start();
    try {
      end.join(MILLIS_TO_CLEAN_UP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(1);
  }
}
