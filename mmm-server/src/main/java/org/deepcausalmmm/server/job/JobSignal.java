package org.deepcausalmmm.server.job;

import jakarta.inject.Inject;

/**
 * The signal that wakes those who wait for something to happen to jobs; they look for themselves
 * what it was.
 */
public final class JobSignal {
  private long count;

  @Inject
  JobSignal() {}

  /** Returns how often something has happened. */
  public synchronized long count() {
    return count;
  }

  /** Wakes whoever waits for the signal. */
  public synchronized void raise() {
    count++;
    notifyAll();
  }

  /**
   * Waits until something has happened since, or the time is over.
   *
   * @param since what {@link #count} was
   */
  public synchronized void await(long since, long millis) throws InterruptedException {
    long end = System.nanoTime() + millis * 1_000_000;
    while (count == since) {
      long remaining = (end - System.nanoTime()) / 1_000_000;
      if (remaining <= 0) {
        return;
      }
      wait(remaining);
    }
  }
}
