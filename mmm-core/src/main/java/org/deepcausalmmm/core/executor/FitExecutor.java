package org.deepcausalmmm.core.executor;

import java.util.List;

/**
 * The runner of many independent fits: in this process, in worker processes or on a cluster.
 *
 * <p>A result depends on its request alone: whichever executor runs it, however often it is tried
 * and in whatever company, the bits are the same.
 *
 * @param <Q> what is asked
 * @param <R> what comes back
 */
public interface FitExecutor<Q, R> extends AutoCloseable {
  /**
   * Runs requests. A request that fails is a result like any other; the others go on.
   *
   * @param monitor receives progress and results as they come, from any thread, and may stop the
   *     rest
   * @return the results, in the order of the requests
   */
  List<FitResult<R>> run(List<? extends Q> requests, FitMonitor monitor);

  /** Returns how many requests run at a time. */
  int slots();

  /** Ends the workers, if there are any. */
  @Override
  void close();
}
