package org.deepcausalmmm.server.ops;

import jakarta.inject.Inject;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a server does by itself now and then: backups that were asked for, retention. */
public final class Maintenance {
  private static final Logger LOG = LoggerFactory.getLogger(Maintenance.class);

  private final BackupRequests backups;
  private final Retention retention;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "maintenance");
            thread.setDaemon(true);
            return thread;
          });

  @Inject
  Maintenance(BackupRequests backups, Retention retention) {
    this.backups = backups;
    this.retention = retention;
  }

  /** Begins. */
  public void start() {
    timer.scheduleWithFixedDelay(() -> quietly(backups::look), 1, 1, TimeUnit.SECONDS);
    timer.scheduleWithFixedDelay(() -> quietly(retention::run), 10, 60, TimeUnit.MINUTES);
  }

  private static void quietly(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.warn("Maintenance failed: {}", e.toString());
    }
  }

  /** Ends, after what is under way. */
  public void stop() {
    timer.shutdown();
    try {
      timer.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
