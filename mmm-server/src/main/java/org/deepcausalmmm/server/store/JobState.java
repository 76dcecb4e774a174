package org.deepcausalmmm.server.store;

import java.util.Locale;

/** How far a job is. */
public enum JobState {
  QUEUED,
  RUNNING,
  DONE,
  FAILED,
  CANCELLED;

  /** Returns whether the job will not change any more. */
  public boolean isFinal() {
    return this != QUEUED && this != RUNNING;
  }

  /** Returns the state as the API and the database write it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the state that is written so. */
  public static JobState of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
