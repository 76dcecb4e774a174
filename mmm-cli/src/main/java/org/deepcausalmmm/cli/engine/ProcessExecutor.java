package org.deepcausalmmm.cli.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.deepcausalmmm.core.executor.FitExecutor;
import org.deepcausalmmm.core.executor.FitMonitor;
import org.deepcausalmmm.core.executor.FitResult;
import org.deepcausalmmm.server.base.ServerCode;
import org.deepcausalmmm.server.job.Trees;
import org.deepcausalmmm.server.job.WorkOrder;
import org.deepcausalmmm.server.job.WorkOutcome;
import org.deepcausalmmm.server.job.WorkerExecutor;

/**
 * The executor of worker processes, each a process for one request, by the protocol of the server's
 * workers. A worker that is lost is tried again; an error that it reports is not.
 *
 * @param <Q> what is asked
 * @param <R> what comes back
 */
public final class ProcessExecutor<Q, R> implements FitExecutor<Q, R> {
  /** How often a fit may lose its worker. */
  public static final int ATTEMPTS = 3;

  private static final Duration POLL = Duration.ofMillis(100);
  private static final double NANOS = 1e9;

  private final FitProtocol<Q, R> protocol;
  private final WorkerExecutor workers;
  private final int slots;
  private final Path place;

  /**
   * Creates an executor.
   *
   * @param command the command line of a worker, to which its directory is added
   * @param slots how many workers run at a time
   * @param place the directory of the workers' directories, which the executor makes and deletes
   */
  public ProcessExecutor(FitProtocol<Q, R> protocol, List<String> command, int slots, Path place) {
    this.protocol = protocol;
    this.workers = new WorkerExecutor(command);
    this.slots = slots;
    this.place = place.toAbsolutePath();
  }

  @Override
  public List<FitResult<R>> run(List<? extends Q> requests, FitMonitor monitor) {
    ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, slots));
    try {
      List<Future<FitResult<R>>> futures = new ArrayList<>();
      for (int i = 0; i < requests.size(); i++) {
        int index = i;
        Q request = requests.get(i);
        futures.add(
            pool.submit(
                () -> {
                  FitResult<R> result = attempts(request, index, monitor);
                  monitor.finished(index, result);
                  return result;
                }));
      }
      List<FitResult<R>> results = new ArrayList<>();
      for (Future<FitResult<R>> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Waiting for workers was interrupted.", e);
    } catch (ExecutionException e) {
      // Such as a record that a full disk does not take: it says what is wrong by itself.
      throw e.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException(e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private FitResult<R> attempts(Q request, int index, FitMonitor monitor) {
    long begin = System.nanoTime();
    int attempt = 0;
    try {
      while (attempt < ATTEMPTS) {
        if (monitor.cancelled()) {
          return FitResult.stopped(attempt);
        }
        attempt++;
        begin = System.nanoTime();
        Path directory = place.resolve(index + "-" + attempt);
        Optional<WorkOutcome> outcome = once(request, index, directory, monitor);
        if (outcome.isPresent()) {
          return result(request, directory, outcome.get(), attempt, begin);
        }
      }
    } catch (IOException e) {
      return FitResult.failed(
          ServerCode.WORKER_NOT_STARTED.error(
              "The worker of '%s' could not run (%s).".formatted(protocol.name(request), e),
              "Check that the disk has room and that the program can be started."),
          attempt,
          seconds(begin));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return FitResult.stopped(attempt);
    } catch (RuntimeException e) {
      return FitResult.failed(e, attempt, seconds(begin));
    }
    return FitResult.failed(lost(request), attempt, seconds(begin));
  }

  private Optional<WorkOutcome> once(Q request, int index, Path directory, FitMonitor monitor)
      throws IOException, InterruptedException {
    Trees.delete(directory);
    Files.createDirectories(directory);
    List<String> arguments = FitProtocol.in(protocol.prepare(request, directory), directory);
    WorkOrder order = new WorkOrder(protocol.name(request), directory, arguments, ".");
    var work = workers.start(order, new MonitoredWork(index, monitor));
    try {
      while (!work.await(POLL)) {
        if (monitor.cancelled()) {
          throw new InterruptedException();
        }
      }
    } catch (InterruptedException e) {
      work.cancel();
      throw e;
    }
    return WorkOutcome.read(directory);
  }

  private FitResult<R> result(
      Q request, Path directory, WorkOutcome outcome, int attempt, long begin) throws IOException {
    if (outcome.failure() != null) {
      Trees.delete(directory);
      return FitResult.failed(WorkerFailure.of(outcome.failure()), attempt, seconds(begin));
    }
    R value = protocol.read(request, directory);
    Trees.delete(directory);
    return FitResult.of(value, attempt, seconds(begin));
  }

  private RuntimeException lost(Q request) {
    return ServerCode.WORKER_LOST.error(
        "The worker of '%s' was lost on each of %d attempts."
            .formatted(protocol.name(request), ATTEMPTS),
        "Look at its log below %s; the machine may lack memory.".formatted(place));
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / NANOS;
  }

  @Override
  public int slots() {
    return slots;
  }

  /** Deletes the workers' directories; those of lost workers stay, with their logs. */
  @Override
  public void close() {
    try {
      Files.deleteIfExists(place);
    } catch (IOException e) {
      // It holds the logs of lost workers.
    }
  }
}
