package org.deepcausalmmm.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.deepcausalmmm.server.job.CommandExecutor;
import org.deepcausalmmm.server.job.Work;
import org.deepcausalmmm.server.job.WorkListener;
import org.deepcausalmmm.server.job.WorkOrder;
import org.deepcausalmmm.server.job.WorkOutcome;

/**
 * Runs each job's command in this process, whose engine is warm. The names of a job's directory
 * become paths, because a process has one working directory.
 */
final class SharedProcess implements CommandExecutor {
  @Override
  public Work start(WorkOrder order, WorkListener listener) {
    return new Running(CompletableFuture.supplyAsync(() -> run(order)));
  }

  private static int run(WorkOrder order) {
    Object[] arguments =
        order.arguments().stream().map(word -> placed(word, order.directory())).toArray();
    CommandRun command = CommandRun.of(arguments);
    String outcome =
        command.exitCode() == 0
            ? "{\"exit\":0}"
            : "{\"exit\":1,\"code\":\"MMM-SYSTEM-000\",\"message\":\"%s\"}"
                .formatted(command.err().replaceAll("[\\s\"\\\\]+", " "));
    try {
      Files.writeString(order.directory().resolve("output.txt"), command.out());
      Files.writeString(order.directory().resolve(WorkOutcome.FILE), outcome);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return command.exitCode();
  }

  private static String placed(String word, Path directory) {
    int value = word.startsWith("--") ? word.indexOf('=') + 1 : 0;
    String name = word.substring(value);
    boolean file =
        !name.startsWith("-")
            && (List.of("result").contains(name.replaceAll("/.*", ""))
                || Files.exists(directory.resolve(name)));
    return file ? word.substring(0, value) + directory.resolve(name) : word;
  }

  private record Running(CompletableFuture<Integer> command) implements Work {
    @Override
    public boolean await(Duration time) throws InterruptedException {
      try {
        command.get(time.toMillis(), TimeUnit.MILLISECONDS);
        return true;
      } catch (TimeoutException e) {
        return false;
      } catch (ExecutionException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void cancel() {
      command.cancel(true);
    }

    @Override
    public long memory() {
      return 0;
    }
  }
}
