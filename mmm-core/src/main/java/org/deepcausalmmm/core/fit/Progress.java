package org.deepcausalmmm.core.fit;

/** The receiver of progress of a long computation. */
@FunctionalInterface
public interface Progress {
  /** Ignores all progress. */
  Progress SILENT = (stage, done, total, loss) -> {};

  /**
   * Receives one step.
   *
   * @param stage name of the stage
   * @param done number of its steps done
   * @param total number of its steps
   * @param loss the present loss, NaN where there is none
   */
  void report(String stage, int done, int total, double loss);
}
