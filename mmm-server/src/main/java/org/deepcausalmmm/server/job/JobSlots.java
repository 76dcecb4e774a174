package org.deepcausalmmm.server.job;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.deepcausalmmm.server.base.Ids;
import org.deepcausalmmm.server.store.Claim;
import org.deepcausalmmm.server.store.DataDirectory;
import org.deepcausalmmm.server.store.JobClaims;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** As many threads as there may be workers, each of which runs one job after the other. */
public final class JobSlots {
  private static final Logger LOG = LoggerFactory.getLogger(JobSlots.class);
  private static final long LOOK_MILLIS = 1_000;
  private static final long WAIT_AFTER_ERROR_MILLIS = 2_000;

  private final JobClaims claims;
  private final JobRunner runner;
  private final JobSignal signal;
  private final WorkerSettings settings;
  private final String owner;
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicBoolean letGo = new AtomicBoolean();

  @Inject
  JobSlots(
      JobClaims claims,
      JobRunner runner,
      JobSignal signal,
      WorkerSettings settings,
      DataDirectory directory) {
    this.claims = claims;
    this.runner = runner;
    this.signal = signal;
    this.settings = settings;
    // The directory has one server at a time: what its owner had, an earlier process has left.
    this.owner = Ids.valid(directory.id()) ? directory.id() : Ids.next("srv");
  }

  /** Takes over what an earlier process of this server has left, and begins. */
  public void start() {
    int abandoned = claims.abandon(owner);
    if (abandoned > 0) {
      LOG.info("{} jobs were left by a server that ended without them", abandoned);
    }
    for (int i = 0; i < settings.workers(); i++) {
      Thread thread = new Thread(this::loop, "jobs-" + (i + 1));
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
  }

  private void loop() {
    while (!closed.get()) {
      try {
        long seen = signal.count();
        Optional<Claim> claim = claims.next(owner);
        if (claim.isPresent()) {
          runner.run(claim.get(), letGo::get);
        } else {
          signal.await(seen, LOOK_MILLIS);
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.warn("A job could not be taken or ended: {}", e.toString());
        pause();
      }
    }
  }

  private void pause() {
    try {
      signal.await(signal.count(), WAIT_AFTER_ERROR_MILLIS);
    } catch (InterruptedException e) {
      closed.set(true);
    }
  }

  /** Begins no more jobs, gives those that run some time, and puts the rest back. */
  public void stop() {
    closed.set(true);
    signal.raise();
    join(settings.grace().toMillis());
    letGo.set(true);
    join(10_000);
  }

  private void join(long millis) {
    long end = System.nanoTime() + millis * 1_000_000;
    for (Thread thread : threads) {
      try {
        thread.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
