package org.deepcausalmmm.core.executor;

/** The listener of many fits; it is called from any thread, one call at a time for each request. */
public interface FitMonitor {
  /** Ignores progress and results, and never stops. */
  FitMonitor SILENT = (index, stage, done, total, loss) -> {};

  /**
   * Receives one step of a fit.
   *
   * @param index position of the request
   * @param stage name of the stage
   * @param done number of its steps done
   * @param total number of its steps
   * @param loss the present loss, NaN where there is none
   */
  void progress(int index, String stage, int done, int total, double loss);

  /**
   * Receives a result as soon as it is there.
   *
   * @param index position of the request
   */
  default void finished(int index, FitResult<?> result) {}

  /** Returns whether the fits that have not ended shall stop. */
  default boolean cancelled() {
    return false;
  }
}
