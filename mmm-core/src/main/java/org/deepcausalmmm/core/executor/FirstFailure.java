package org.deepcausalmmm.core.executor;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import org.deepcausalmmm.core.fit.Progress;

/** The monitor of fits of which each is needed: the first that fails stops the others. */
public final class FirstFailure implements FitMonitor {
  private final Progress progress;
  private final IntFunction<String> title;
  private final AtomicBoolean failed = new AtomicBoolean();

  /**
   * Creates a monitor.
   *
   * @param progress receives the steps of all fits
   * @param title names a request by its position; the name precedes its stages
   */
  public FirstFailure(Progress progress, IntFunction<String> title) {
    this.progress = progress;
    this.title = title;
  }

  @Override
  public synchronized void progress(int index, String stage, int done, int total, double loss) {
    progress.report(title.apply(index) + stage, done, total, loss);
  }

  @Override
  public void finished(int index, FitResult<?> result) {
    if (result.error() != null) {
      failed.set(true);
    }
  }

  @Override
  public boolean cancelled() {
    return failed.get();
  }
}
