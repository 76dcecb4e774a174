package org.deepcausalmmm.cli.engine;

import org.deepcausalmmm.core.executor.FitMonitor;
import org.deepcausalmmm.server.job.WorkListener;
import org.deepcausalmmm.server.store.Job;

/**
 * The listener of one worker, which passes its steps on.
 *
 * @param index position of the request
 */
record MonitoredWork(int index, FitMonitor monitor) implements WorkListener {
  @Override
  public void step(Job.Step step) {
    String stage = step.stage();
    monitor.progress(index, stage == null ? "" : stage, step.done(), step.total(), Double.NaN);
  }

  @Override
  public void note(String line) {
    // The log keeps it.
  }
}
