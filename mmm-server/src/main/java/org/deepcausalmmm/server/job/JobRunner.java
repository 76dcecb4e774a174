package org.deepcausalmmm.server.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.base.ServerCode;
import org.deepcausalmmm.server.base.ServerException;
import org.deepcausalmmm.server.store.Claim;
import org.deepcausalmmm.server.store.Job;
import org.deepcausalmmm.server.store.JobClaims;
import org.deepcausalmmm.server.store.JobEvents;
import org.deepcausalmmm.server.store.JobState;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way of a claimed job to its end: directory, worker, limits, result. */
final class JobRunner {
  private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
  private static final int ATTEMPTS = 3;
  private static final long RETRY_MILLIS = 2_000;
  private static final Duration LOOK = Duration.ofMillis(300);
  private static final long RENEW_NANOS = JobClaims.LEASE_MILLIS / 4 * 1_000_000;

  private final JobClaims claims;
  private final JobEvents events;
  private final JobFolder folder;
  private final ResultAcceptor acceptor;
  private final CommandExecutor executor;
  private final WorkerSettings settings;
  private final JobSignal signal;
  private final WorkerMeter meter;

  @Inject
  JobRunner(
      JobClaims claims,
      JobEvents events,
      JobFolder folder,
      ResultAcceptor acceptor,
      CommandExecutor executor,
      WorkerSettings settings,
      JobSignal signal,
      WorkerMeter meter) {
    this.claims = claims;
    this.events = events;
    this.folder = folder;
    this.acceptor = acceptor;
    this.executor = executor;
    this.settings = settings;
    this.signal = signal;
    this.meter = meter;
  }

  /** Why a worker was ended, if it was. */
  private enum End {
    BY_ITSELF,
    CANCELLED,
    OUT_OF_MEMORY,
    OUT_OF_TIME,
    OWNED_BY_ANOTHER,
    SERVER_STOPS
  }

  /**
   * Runs a job.
   *
   * @param stopping tells when the server must let go of the job
   */
  void run(Claim claim, BooleanSupplier stopping) throws InterruptedException {
    LOG.info("job {} attempt {}", claim.job().id(), claim.attempt());
    try {
      if (takeOverEarlier(claim)) {
        return;
      }
      if (claim.job().status().cancelRequested()) {
        finish(claim, JobState.CANCELLED, null);
        return;
      }
      if (claim.attempt() > ATTEMPTS) {
        finish(claim, JobState.FAILED, lost(claim));
        return;
      }
      tell(claim, JobState.RUNNING, null);
      WorkOrder order = folder.prepare(claim);
      Work work = start(order, claim);
      long begun = System.nanoTime();
      End end = watch(work, claim, stopping);
      meter.ended(claim.job().order().kind(), (System.nanoTime() - begun) / 1e9);
      conclude(claim, order, end);
    } catch (ServerException e) {
      if (e.serverCode() == ServerCode.DATABASE_UNREACHABLE) {
        throw e; // the lease runs out, and the job is taken over with what it has left
      }
      finish(claim, JobState.FAILED, failure(e));
    } catch (MmmException e) {
      finish(claim, JobState.FAILED, failure(e));
    }
  }

  private static Job.Failure failure(MmmException e) {
    return new Job.Failure(e.code(), String.valueOf(e.getMessage()), e.advice());
  }

  /** Uses what an attempt has completed before its server was killed. */
  private boolean takeOverEarlier(Claim claim) {
    for (int attempt = claim.attempt(); attempt >= 1; attempt--) {
      Path place = folder.attempt(claim.job().id(), attempt);
      Optional<WorkOutcome> outcome = WorkOutcome.read(place);
      if (outcome.isPresent()) {
        apply(claim, orderOf(claim, place), outcome.get());
        return true;
      }
    }
    return false;
  }

  private WorkOrder orderOf(Claim claim, Path place) {
    boolean inPlace = Files.isDirectory(place.resolve("result"));
    return new WorkOrder(
        claim.job().id(), place, storedArguments(place), inPlace ? "result" : "run");
  }

  private static java.util.List<String> storedArguments(Path place) {
    java.util.List<String> arguments = new java.util.ArrayList<>();
    try {
      Json.read(Files.readAllBytes(place.resolve(WorkOrder.FILE)))
          .path("arguments")
          .forEach(argument -> arguments.add(argument.asText()));
    } catch (IOException e) {
      LOG.warn("The order of {} cannot be read.", place);
    }
    return arguments;
  }

  private Work start(WorkOrder order, Claim claim) {
    try {
      return executor.start(order, new Teller(claim, claims, events, signal));
    } catch (IOException e) {
      throw ServerCode.WORKER_NOT_STARTED.error(
          "The worker could not be started: %s.".formatted(e.getMessage()),
          "Check the installation that the server was started from.",
          e);
    }
  }

  private End watch(Work work, Claim claim, BooleanSupplier stopping) throws InterruptedException {
    long begun = System.nanoTime();
    long renewed = begun;
    while (!work.await(LOOK)) {
      long now = System.nanoTime();
      long memory = work.memory();
      meter.memory(claim.job().id(), memory);
      End end = End.BY_ITSELF;
      if (stopping.getAsBoolean()) {
        end = End.SERVER_STOPS;
      } else if (memory > settings.memory()) {
        end = End.OUT_OF_MEMORY;
      } else if (now - begun > settings.time().toNanos()) {
        end = End.OUT_OF_TIME;
      } else {
        try {
          if (claims.cancelRequested(claim)) {
            end = End.CANCELLED;
          } else if (now - renewed > RENEW_NANOS) {
            renewed = now;
            end = claims.renew(claim) ? End.BY_ITSELF : End.OWNED_BY_ANOTHER;
          }
        } catch (ServerException e) {
          LOG.warn("job {}: {}", claim.job().id(), e.getMessage());
        }
      }
      if (end != End.BY_ITSELF) {
        work.cancel();
        return end;
      }
    }
    return End.BY_ITSELF;
  }

  private void conclude(Claim claim, WorkOrder order, End end) {
    meter.memory(claim.job().id(), 0);
    Optional<WorkOutcome> outcome = WorkOutcome.read(order.directory());
    if (outcome.isPresent() && end != End.OWNED_BY_ANOTHER) {
      apply(claim, order, outcome.get());
      return;
    }
    switch (end) {
      case CANCELLED -> finish(claim, JobState.CANCELLED, null);
      case OUT_OF_MEMORY -> finish(claim, JobState.FAILED, outOfMemory());
      case OUT_OF_TIME -> finish(claim, JobState.FAILED, outOfTime());
      case SERVER_STOPS -> {
        claims.release(claim);
        tell(claim, JobState.QUEUED, null);
      }
      case BY_ITSELF -> {
        if (folder.isDiskFull(claim)) {
          // First the room, then the news: the database may need some of it.
          folder.discard(claim);
          finish(claim, JobState.FAILED, failure(folder.diskFull(claim)));
        } else {
          retry(claim);
        }
      }
      case OWNED_BY_ANOTHER -> LOG.warn("job {} was taken over", claim.job().id());
    }
  }

  private void retry(Claim claim) {
    if (claim.attempt() >= ATTEMPTS) {
      finish(claim, JobState.FAILED, lost(claim));
    } else {
      claims.retry(claim, RETRY_MILLIS * claim.attempt());
      tell(claim, JobState.QUEUED, null);
    }
  }

  private Job.Failure lost(Claim claim) {
    String last = LogTail.lastLine(folder.attempt(claim.job().id(), ATTEMPTS));
    return failure(
        ServerCode.WORKER_LOST.error(
            "The worker was lost on each of %d attempts.%s"
                .formatted(ATTEMPTS, last.isEmpty() ? "" : " It last said: " + last),
            "See the job's log; the machine may lack memory, or the installation a library."));
  }

  private Job.Failure outOfMemory() {
    return failure(
        ServerCode.WORKER_OUT_OF_MEMORY.error(
            String.format(
                Locale.ROOT,
                "The worker needed more than %.1f GiB and was stopped.",
                settings.memory() / (double) (1L << 30)),
            "Raise --worker-memory, or fit fewer channels, regions or draws."));
  }

  private Job.Failure outOfTime() {
    return failure(
        ServerCode.WORKER_OUT_OF_TIME.error(
            "The worker took longer than %d minutes and was stopped."
                .formatted(settings.time().toMinutes()),
            "Raise --job-hours, or fit with 'quick'."));
  }

  private void apply(Claim claim, WorkOrder order, WorkOutcome outcome) {
    Job.Failure failure = outcome.failure();
    if (failure != null) {
      finish(claim, JobState.FAILED, failure);
    } else if (!acceptor.isThere(claim) && !Files.isDirectory(order.resultDirectory())) {
      finish(claim, JobState.FAILED, lost(claim));
    } else {
      String command = CommandText.of(order.arguments());
      if (acceptor.accept(claim, order.resultDirectory(), command)) {
        tell(claim, JobState.DONE, null);
      }
    }
  }

  private void finish(Claim claim, JobState state, Job.@Nullable Failure failure) {
    if (claims.finish(claim, state, failure)) {
      tell(claim, state, failure);
    }
  }

  private void tell(Claim claim, JobState state, Job.@Nullable Failure failure) {
    ObjectNode node = Json.object().put("state", state.text()).put("attempt", claim.attempt());
    if (failure != null) {
      node.put("code", failure.code());
      node.put("message", failure.message());
      node.put("advice", failure.advice());
    }
    events.add(claim.job().id(), "state", Json.text(node));
    signal.raise();
    if (state.isFinal()) {
      meter.finished(claim.job().order().kind(), state);
    }
  }
}
