package org.deepcausalmmm.core.executor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.fit.Progress;

/**
 * The executor of this process: one request after the other, because the tensor engine takes one
 * gradient at a time in a JVM. A fit uses the threads of its configuration.
 *
 * @param <Q> what is asked
 * @param <R> what comes back
 */
public final class InProcessExecutor<Q, R> implements FitExecutor<Q, R> {
  private static final double NANOS = 1e9;

  private final FitFunction<? super Q, ? extends R> function;

  /** Creates an executor that meets requests by a function. */
  public InProcessExecutor(FitFunction<? super Q, ? extends R> function) {
    this.function = function;
  }

  /** Returns the executor of fits to panels. */
  public static FitExecutor<PanelFit, FittedModel> of(Fitter fitter) {
    return new InProcessExecutor<PanelFit, FittedModel>(
        (fit, progress) -> fit.run(fitter, progress));
  }

  @Override
  public List<FitResult<R>> run(List<? extends Q> requests, FitMonitor monitor) {
    List<FitResult<R>> results = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      FitResult<R> result =
          monitor.cancelled() ? FitResult.stopped(0) : one(requests.get(i), i, monitor);
      results.add(result);
      monitor.finished(i, result);
    }
    return results;
  }

  private FitResult<R> one(Q request, int index, FitMonitor monitor) {
    long begin = System.nanoTime();
    Progress progress =
        (stage, done, total, loss) -> {
          if (monitor.cancelled()) {
            throw new CancellationException("The fit was stopped.");
          }
          monitor.progress(index, stage, done, total, loss);
        };
    try {
      R value = function.fit(request, progress);
      return FitResult.of(value, 1, (System.nanoTime() - begin) / NANOS);
    } catch (RuntimeException e) {
      // A defect in one of a hundred fits must not cost the other ninety-nine.
      return monitor.cancelled()
          ? FitResult.stopped(1)
          : FitResult.failed(e, 1, (System.nanoTime() - begin) / NANOS);
    }
  }

  @Override
  public int slots() {
    return 1;
  }

  @Override
  public void close() {}
}
