package org.deepcausalmmm.server.job;

import java.time.Duration;

/** A command that a worker runs. */
public interface Work {
  /**
   * Waits for the end.
   *
   * @return whether it has ended within the time
   */
  boolean await(Duration time) throws InterruptedException;

  /** Ends the command, within two seconds; what it has begun to write is discarded. */
  void cancel();

  /** Returns the memory in use, in bytes; 0 where that is not known. */
  long memory();
}
