package org.deepcausalmmm.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.deepcausalmmm.server.job.CommandExecutor;
import org.deepcausalmmm.server.job.JobLog;
import org.deepcausalmmm.server.job.Work;
import org.deepcausalmmm.server.job.WorkListener;
import org.deepcausalmmm.server.job.WorkOrder;
import org.deepcausalmmm.server.job.WorkOutcome;
import org.deepcausalmmm.server.store.Job;

/**
 * Answers every job at once with files that the platform's commands wrote before: a run, a plan, a
 * backtest. A fit with the seed 99 goes on until it is cancelled or {@link #release} lets it end.
 */
public final class FixtureExecutor implements CommandExecutor {
  private static final Map<String, String> EXPERIMENTS =
      Map.of("read", "reading", "design", "design", "rank", "ranking");

  private final Path fixtures;
  private final CountDownLatch held = new CountDownLatch(1);

  /**
   * Creates an executor.
   *
   * @param fixtures holds a directory for each kind of result, such as {@code run} and {@code
   *     plan}, and {@code schema.json}
   */
  public FixtureExecutor(Path fixtures) {
    this.fixtures = fixtures;
  }

  /** Lets the fits end that are held. */
  public void release() {
    held.countDown();
  }

  @Override
  public Work start(WorkOrder order, WorkListener listener) throws IOException {
    String command = String.join(" ", order.arguments());
    Answer answer = new Answer();
    Thread thread = new Thread(() -> answer.end(() -> work(order, command, listener, answer)));
    thread.setDaemon(true);
    thread.start();
    return answer;
  }

  private void work(WorkOrder order, String command, WorkListener listener, Answer answer)
      throws IOException, InterruptedException {
    if (command.contains("--seed=99")) {
      listener.note("round 3: loss 812.5");
      listener.step(new Job.Step("training", 30, 120));
      while (!answer.isCancelled() && !held.await(20, TimeUnit.MILLISECONDS)) {
        // Held.
      }
      if (answer.isCancelled()) {
        return;
      }
    }
    listener.step(new Job.Step("writing", 1, 1));
    if (command.equals("config schema")) {
      Files.copy(fixtures.resolve("schema.json"), order.directory().resolve(JobLog.OUTPUT));
    } else if (command.equals("plugins list")) {
      Files.writeString(
          order.directory().resolve(JobLog.OUTPUT),
          "kind        id    version  plugin        licence     options  description\n"
              + "saturation  acme  1.0.0    acme-curve 1  Apache-2.0           A curve.\n");
    } else {
      files(order, command);
    }
    Files.writeString(order.directory().resolve(WorkOutcome.FILE), "{\"exit\":0}");
  }

  private void files(WorkOrder order, String command) throws IOException {
    Path result = order.resultDirectory();
    Files.createDirectories(result);
    switch (order.arguments().get(0)) {
      case "fit", "check-model" -> {
        copy("run", result);
        learn(order.directory().resolve("config.yaml"), result);
      }
      case "experiment" -> copy(EXPERIMENTS.get(order.arguments().get(1)), result);
      case "optimize" -> copy("plan", result);
      case "backtest" -> copy("backtest", result);
      case "forecast" ->
          Files.writeString(
              result.resolve("forecast.csv"),
              "geo,time,expected,lower,upper\nregion_1,2024-01-01,1000,900,1100\n");
      case "scenario" ->
          Files.writeString(
              result.resolve("comparison.csv"),
              "plan,spend,outcome,outcome_lower,outcome_upper,roi\n"
                  + "plan-1,1000,3000,2500,3500,3\nplan-2,1000,3300,2700,3900,3.3\n");
      default -> throw new IOException("no fixture for: " + command);
    }
  }

  /** Adds what a fit writes that was told of experiments. */
  private static void learn(Path config, Path result) throws IOException {
    if (Files.exists(config) && Files.readString(config).contains("\"experiments\"")) {
      Files.writeString(
          result.resolve("experiments.csv"),
          "experiment,channel,measured,measured_lower,measured_upper,simulated,simulated_lower,"
              + "simulated_upper,without_it,without_it_lower,without_it_upper,agreement\n"
              + "tv off,tv,-475000,-805000,-144000,-520000,-690000,-350000,-900000,-1200000,-610000,"
              + "0.08\n");
    }
  }

  private void copy(String name, Path target) throws IOException {
    try (Stream<Path> files = Files.list(fixtures.resolve(name))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, target.resolve(file.getFileName()));
      }
    }
  }

  /** Does something that takes a while. */
  private interface Task {
    void run() throws IOException, InterruptedException;
  }

  /** The work of a thread. */
  private static final class Answer implements Work {
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean cancelled;

    void end(Task task) {
      try {
        task.run();
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      } finally {
        ended.countDown();
      }
    }

    boolean isCancelled() {
      return cancelled;
    }

    @Override
    public boolean await(Duration time) throws InterruptedException {
      return ended.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void cancel() {
      cancelled = true;
    }

    @Override
    public long memory() {
      return 0;
    }
  }

  /** Returns the fixtures of the server's tests. */
  static Path files() {
    return Path.of("src", "test", "resources", "org", "deepcausalmmm", "server", "fixture");
  }
}
