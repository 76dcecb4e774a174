package org.deepcausalmmm.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * The measurement of an experiment as an analyst would: by how much the outcome changed against the
 * weeks before, where the channel stayed on, less the same where it was off.
 *
 * <p>Changes are ratios of sums over regions; their variance is that of the jackknife over regions
 * (Cochran, "Sampling Techniques", 3rd edition, chapter 6).
 */
final class LiftMeasurement {
  private static final int BEFORE = 12;
  private static final int WASHOUT = 4;

  private final LiftDesign design;
  private final double[] before;
  private final double[] after;
  private final int end;

  /**
   * Takes the observations.
   *
   * @param observed [region][week]: the outcome
   */
  LiftMeasurement(LiftDesign design, double[][] observed) {
    this.design = design;
    this.end = Math.min(observed[0].length, design.first() + design.weeks() + WASHOUT);
    this.before = new double[observed.length];
    this.after = new double[observed.length];
    int start = Math.max(0, design.first() - BEFORE);
    int measured = end - design.first();
    for (int r = 0; r < observed.length; r++) {
      double usual = sum(observed[r], start, design.first()) / (design.first() - start);
      before[r] = usual * measured;
      after[r] = sum(observed[r], design.first(), end);
    }
  }

  /** Reports the measured lift beside the true one. */
  Truth.LiftTest report(
      Mechanism mechanism, List<String> regions, List<Traits> traits, int earlierWeeks) {
    double[][] spend = mechanism.plan().spend()[design.channel()];
    List<String> regionsOff = new ArrayList<>();
    double spent = 0;
    double usual = 0;
    for (int r = 0; r < before.length; r++) {
      if (design.off()[r]) {
        regionsOff.add(regions.get(r));
      } else {
        usual += before[r];
        spent += sum(spend[r], design.first(), design.first() + design.weeks());
      }
    }
    double variance = variance(true) + variance(false);
    return new Truth.LiftTest(
        traits.get(design.channel()).name(),
        design.first() - earlierWeeks,
        design.weeks(),
        end - design.first() - design.weeks(),
        regionsOff,
        new Truth.LiftTest.Lift(
            spent,
            (change(false, -1) - change(true, -1)) * usual,
            Math.sqrt(variance) * usual,
            actual(mechanism)));
  }

  /** Returns the outcome in terms of the weeks before, over one arm less one region. */
  private double change(boolean arm, int left) {
    double then = 0;
    double now = 0;
    for (int r = 0; r < before.length; r++) {
      if (design.off()[r] == arm && r != left) {
        then += before[r];
        now += after[r];
      }
    }
    return now / then;
  }

  private double variance(boolean arm) {
    List<Double> changes = new ArrayList<>();
    for (int r = 0; r < before.length; r++) {
      if (design.off()[r] == arm) {
        changes.add(change(arm, r));
      }
    }
    double mean = changes.stream().mapToDouble(c -> c).average().orElse(0);
    double squares = changes.stream().mapToDouble(c -> (c - mean) * (c - mean)).sum();
    return squares * (changes.size() - 1) / changes.size();
  }

  /** Returns the true loss of the regions that stayed on, over the measured weeks. */
  private double actual(Mechanism mechanism) {
    double[][][] without = mechanism.plan().spend().clone();
    without[design.channel()] = without[design.channel()].clone();
    for (int r = 0; r < before.length; r++) {
      double[] spend = without[design.channel()][r].clone();
      for (int t = design.first(); t < design.first() + design.weeks() && !design.off()[r]; t++) {
        spend[t] = 0;
      }
      without[design.channel()][r] = spend;
    }
    double[][] with = mechanism.outcome(mechanism.plan().spend());
    double[][] lost = mechanism.outcome(without);
    double sum = 0;
    for (int r = 0; r < before.length; r++) {
      sum += sum(with[r], design.first(), end) - sum(lost[r], design.first(), end);
    }
    return sum;
  }

  private static double sum(double[] values, int from, int to) {
    double sum = 0;
    for (int t = from; t < to; t++) {
      sum += values[t];
    }
    return sum;
  }
}
