package org.deepcausalmmm.server.job;

import org.deepcausalmmm.server.store.Job;

/** The receiver of a worker's progress. */
public interface WorkListener {
  /** Receives where it is. */
  void step(Job.Step step);

  /** Receives a line for the user. */
  void note(String line);
}
