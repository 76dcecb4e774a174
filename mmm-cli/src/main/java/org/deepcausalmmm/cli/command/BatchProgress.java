package org.deepcausalmmm.cli.command;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.deepcausalmmm.cli.batch.PlannedJob;
import org.deepcausalmmm.core.executor.FitMonitor;
import org.deepcausalmmm.core.executor.FitResult;

/** The progress of a batch: the step of the job that reported last, and a line for each result. */
final class BatchProgress implements FitMonitor {
  private final List<PlannedJob> jobs;
  private final ProgressDisplay display;
  private final AtomicInteger ended = new AtomicInteger();

  BatchProgress(List<PlannedJob> jobs, ProgressDisplay display) {
    this.jobs = jobs;
    this.display = display;
  }

  @Override
  public void progress(int index, String stage, int done, int total, double loss) {
    display.report(name(index) + ": " + stage, done, total, loss);
  }

  @Override
  public void finished(int index, FitResult<?> result) {
    RuntimeException error = result.error();
    display.note(
        "%s of %s: %s, %s"
            .formatted(
                ended.incrementAndGet(),
                jobs.size(),
                name(index),
                error == null
                    ? "done in %.0f s".formatted(result.seconds())
                    : result.code() + ": " + error.getMessage()));
  }

  private String name(int index) {
    return jobs.get(index).job().name();
  }
}
