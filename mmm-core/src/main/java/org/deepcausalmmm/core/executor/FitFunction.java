package org.deepcausalmmm.core.executor;

import org.deepcausalmmm.core.fit.Progress;

/**
 * The work that a request asks for.
 *
 * @param <Q> what is asked
 * @param <R> what comes back
 */
@FunctionalInterface
public interface FitFunction<Q, R> {
  /**
   * Does the work.
   *
   * @throws org.deepcausalmmm.api.MmmException if the request cannot be met
   */
  R fit(Q request, Progress progress);
}
