package org.deepcausalmmm.spark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.deepcausalmmm.cli.engine.FitProtocol;
import org.deepcausalmmm.cli.engine.WorkerFailure;
import org.deepcausalmmm.core.executor.FitExecutor;
import org.deepcausalmmm.core.executor.FitMonitor;
import org.deepcausalmmm.core.executor.FitResult;
import org.deepcausalmmm.server.base.ServerCode;
import org.deepcausalmmm.server.job.Trees;
import org.deepcausalmmm.server.store.Job;

/**
 * The executor on Spark: one Spark job for each request, from as many threads of the driver as
 * requests run at a time. In one job of many tasks a fit that ends its JVM would abort the others.
 *
 * @param <Q> what is asked
 * @param <R> what comes back
 */
final class SparkExecutor<Q, R> implements FitExecutor<Q, R> {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final long POLL_MILLIS = 100;
  private static final double NANOS = 1e9;

  private final JavaSparkContext context;
  private final FitProtocol<Q, R> protocol;
  private final int slots;
  private final TaskBody body;

  SparkExecutor(JavaSparkContext context, FitProtocol<Q, R> protocol, int slots, TaskBody body) {
    this.context = context;
    this.protocol = protocol;
    this.slots = slots;
    this.body = body;
  }

  @Override
  public List<FitResult<R>> run(List<? extends Q> requests, FitMonitor monitor) {
    ExecutorService drivers = Executors.newFixedThreadPool(slots);
    try {
      List<Future<FitResult<R>>> futures = new ArrayList<>();
      for (int i = 0; i < requests.size(); i++) {
        int index = i;
        futures.add(
            drivers.submit(
                () -> {
                  FitResult<R> result = fit(requests.get(index), index, monitor);
                  monitor.finished(index, result);
                  return result;
                }));
      }
      List<FitResult<R>> results = new ArrayList<>();
      for (Future<FitResult<R>> future : futures) {
        results.add(future.get());
      }
      requireApplication(monitor);
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Waiting for the cluster was interrupted.", e);
    } catch (ExecutionException e) {
      // Such as a record that a full disk does not take: it says what is wrong by itself.
      throw e.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException(e.getCause());
    } finally {
      drivers.shutdownNow();
    }
  }

  /**
   * Requires that Spark did not end the application by itself: what was not finished is then no
   * result of a fit.
   */
  private void requireApplication(FitMonitor monitor) {
    if (context.sc().isStopped() && !monitor.cancelled()) {
      throw ServerCode.WORKER_NOT_STARTED.error(
          "Spark ended the application: the cluster %s cannot be reached, or is gone."
              .formatted(context.master()),
          "Check the address behind --master and the driver's log, then start again: what is"
              + " finished stays.");
    }
  }

  private FitResult<R> fit(Q request, int index, FitMonitor monitor) {
    if (monitor.cancelled() || context.sc().isStopped()) {
      return FitResult.stopped(0);
    }
    long begin = System.nanoTime();
    String id = UUID.randomUUID().toString();
    ProgressPlugin.listen(
        id, (stage, done, total, loss) -> monitor.progress(index, stage, done, total, loss));
    try {
      Path directory = Files.createTempDirectory("mmm-driver-");
      try {
        FitTask task = task(id, request, directory);
        FitTask.TaskOutcome outcome = submitted(task, protocol.name(request), monitor);
        return result(request, directory, outcome, begin);
      } finally {
        Trees.delete(directory);
      }
    } catch (IOException e) {
      return FitResult.failed(
          ServerCode.WORKER_NOT_STARTED.error(
              "The fit of '%s' could not be sent (%s).".formatted(protocol.name(request), e),
              "Check that the disk of the driver has room."),
          0,
          seconds(begin));
    } catch (CancellationException | InterruptedException e) {
      return FitResult.stopped(1);
    } catch (ExecutionException e) {
      return context.sc().isStopped()
          ? FitResult.stopped(1)
          : FitResult.failed(lost(request, e), attempts(), seconds(begin));
    } catch (RuntimeException e) {
      return monitor.cancelled() || context.sc().isStopped()
          ? FitResult.stopped(1)
          : FitResult.failed(e, 1, seconds(begin));
    } finally {
      ProgressPlugin.forget(id);
    }
  }

  private FitTask task(String id, Q request, Path directory) throws IOException {
    List<String> arguments = protocol.prepare(request, directory);
    Map<String, byte[]> inputs = new HashMap<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        inputs.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return new FitTask(id, arguments, inputs, protocol.results(), body);
  }

  private FitTask.TaskOutcome submitted(FitTask task, String name, FitMonitor monitor)
      throws InterruptedException, ExecutionException {
    context.setJobGroup(task.id(), name, true);
    JavaFutureAction<List<FitTask.TaskOutcome>> job =
        context.parallelize(List.of(task), 1).map(FitTask::run).collectAsync();
    while (true) {
      try {
        return job.get(POLL_MILLIS, TimeUnit.MILLISECONDS).get(0);
      } catch (TimeoutException e) {
        if (monitor.cancelled()) {
          context.cancelJobGroup(task.id());
          throw new CancellationException("The fit was stopped.");
        }
      }
    }
  }

  private FitResult<R> result(Q request, Path directory, FitTask.TaskOutcome outcome, long begin)
      throws IOException {
    JsonNode node = JSON.readTree(outcome.outcome());
    if (node.path("exit").asInt(-1) != 0) {
      Job.Failure failure =
          new Job.Failure(
              node.path("code").asText("MMM-SYSTEM-000"),
              node.path("message").asText("The command failed without a reason."),
              node.path("advice").asText(""));
      return FitResult.failed(WorkerFailure.of(failure), outcome.attempts(), seconds(begin));
    }
    for (Map.Entry<String, byte[]> file : outcome.files().entrySet()) {
      Files.write(directory.resolve(file.getKey()), file.getValue());
    }
    return FitResult.of(protocol.read(request, directory), outcome.attempts(), seconds(begin));
  }

  private RuntimeException lost(Q request, ExecutionException e) {
    String reason = String.valueOf(e.getCause() == null ? e : e.getCause().getMessage());
    return ServerCode.WORKER_LOST.error(
        "The task of '%s' was lost on each of %d attempts (%s)."
            .formatted(protocol.name(request), attempts(), reason.lines().findFirst().orElse("")),
        "Look at the executors' logs; they may lack memory, or the jars of the application.",
        e);
  }

  private int attempts() {
    return context.getConf().getInt("spark.task.maxFailures", 3);
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / NANOS;
  }

  @Override
  public int slots() {
    return slots;
  }

  @Override
  public void close() {
    context.stop();
  }
}
