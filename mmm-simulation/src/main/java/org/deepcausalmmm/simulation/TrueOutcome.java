package org.deepcausalmmm.simulation;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The outcome of a simulated world under any spend in the weeks of its data, without noise. */
public final class TrueOutcome {
  private final Mechanism mechanism;
  private final int earlierWeeks;

  TrueOutcome(Mechanism mechanism, int earlierWeeks) {
    this.mechanism = mechanism;
    this.earlierWeeks = earlierWeeks;
  }

  /** Returns the spend that was carried out: [channel][region][week]. */
  public double[][][] spend() {
    return Stream.of(mechanism.plan().spend())
        .map(table -> Tables.from(earlierWeeks, table))
        .toArray(double[][][]::new);
  }

  /**
   * Returns the outcome that some spend leads to, after what was spent before the data.
   *
   * @param spend [channel][region][week]: money
   * @return [region][week]
   */
  public double[][] under(double[][][] spend) {
    double[][][] all = new double[spend.length][][];
    for (int c = 0; c < all.length; c++) {
      double[][] before = mechanism.plan().spend()[c];
      double[][] after = spend[c];
      all[c] =
          IntStream.range(0, after.length)
              .mapToObj(r -> joined(before[r], after[r]))
              .toArray(double[][]::new);
    }
    return Tables.from(earlierWeeks, mechanism.outcome(all));
  }

  private double[] joined(double[] before, double[] after) {
    double[] joined = before.clone();
    System.arraycopy(after, 0, joined, earlierWeeks, after.length);
    return joined;
  }
}
