package org.deepcausalmmm.core.fit;

/** Hears how far a computation is. */
@FunctionalInterface
public interface Progress {
  /** Hears nothing. */
  Progress SILENT = (stage, done, total, loss) -> {};

  /**
   * Hears of a step.
   *
   * @param stage what is being done
   * @param done how many steps of it are done
   * @param total how many steps it has
   * @param loss the present loss, NaN where there is none
   */
  void report(String stage, int done, int total, double loss);
}
