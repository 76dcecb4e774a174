package org.deepcausalmmm.server.job;

import org.deepcausalmmm.server.store.Job;

/** Receives what a worker tells while it works. */
public interface WorkListener {
  /** Receives where it is. */
  void step(Job.Step step);

  /** Receives a line for the user. */
  void note(String line);
}
