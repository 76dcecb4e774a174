package org.deepcausalmmm.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TermsTest {
  private static final int WEEKS = 80;
  private static final int ORIGIN = 70;

  private static History history(double[] outcome, double[] observationWeight, double[] media) {
    return new History(
        new double[][] {outcome},
        new double[][] {observationWeight},
        new double[][] {media},
        new double[] {1});
  }

  private static double[] series(long seed, int weeks) {
    return java.util.Arrays.copyOf(Histories.noise(1, 1, seed)[0], weeks);
  }

  private static double[] ones(int weeks) {
    double[] ones = new double[weeks];
    java.util.Arrays.fill(ones, 1);
    return ones;
  }

  private static Terms terms(History history, BaselinePath path, double decay) {
    return Terms.of(history, history.nationalOutcome(), path, ORIGIN, WEEKS - ORIGIN, decay);
  }

  @Property(tries = 50)
  void sumToTheStructuralForecastUnderFullWeights(
      @ForAll @LongRange(min = 1, max = 1000) long seed,
      @ForAll @DoubleRange(max = 0.99) double decay) {
    History history = history(series(seed, ORIGIN), ones(ORIGIN), series(seed + 1, WEEKS));
    BaselinePath path =
        new BaselinePath(
            new double[][] {series(seed + 2, WEEKS)}, new double[][] {series(seed + 3, WEEKS)});
    Terms terms = terms(history, path, decay);
    for (int h = 0; h < WEEKS - ORIGIN; h++) {
      double[] change = terms.change(0, h);
      double sum = terms.level(0);
      sum += change[Terms.MEDIA] + change[Terms.SHARED] + change[Terms.STATE];
      double structural = history.media()[0][ORIGIN + h] + path.total()[0][ORIGIN + h];
      assertThat(sum).isCloseTo(structural, within(1e-9));
    }
  }

  @Test
  void levelWithoutDecayIsTheLastValueAndPassesOverAnOutlier() {
    double[] outcome = ones(ORIGIN);
    outcome[ORIGIN - 2] = 3;
    outcome[ORIGIN - 1] = 100;
    double[] observationWeight = ones(ORIGIN);
    BaselinePath flat = new BaselinePath(new double[1][WEEKS], new double[1][WEEKS]);
    assertThat(terms(history(outcome, observationWeight, new double[WEEKS]), flat, 0).level(0))
        .isEqualTo(100);
    observationWeight[ORIGIN - 1] = 0.01;
    assertThat(terms(history(outcome, observationWeight, new double[WEEKS]), flat, 0).level(0))
        .isCloseTo(0.01 * 100 + 0.99 * 3, within(1e-9));
    observationWeight[ORIGIN - 1] = 0;
    assertThat(terms(history(outcome, observationWeight, new double[WEEKS]), flat, 0).level(0))
        .isEqualTo(3);
  }

  @Test
  void yearIsLastYearsMovementAgainstTheWeeksBeforeIt() {
    double[] outcome = ones(ORIGIN);
    for (int t = 18; t < 28; t++) {
      outcome[t] = 1 + 0.1 * (t - 17);
    }
    History history = history(outcome, ones(ORIGIN), new double[WEEKS]);
    BaselinePath flat = new BaselinePath(new double[1][WEEKS], new double[1][WEEKS]);
    Terms terms = terms(history, flat, 0.5);
    for (int h = 0; h < WEEKS - ORIGIN; h++) {
      assertThat(terms.change(0, h)[Terms.YEAR]).isCloseTo(0.1 * (h + 1), within(1e-9));
    }
  }

  @Test
  void yearIsNothingWhereThereIsNoYearBefore() {
    History history = history(ones(50), ones(50), new double[60]);
    BaselinePath flat = new BaselinePath(new double[1][60], new double[1][60]);
    Terms terms = Terms.of(history, history.nationalOutcome(), flat, 50, 10, 0.5);
    assertThat(terms.change(0, 5)[Terms.YEAR]).isZero();
  }

  @Test
  void levelIsUnknownWithoutObservations() {
    BaselinePath flat = new BaselinePath(new double[1][WEEKS], new double[1][WEEKS]);
    History history = history(new double[ORIGIN], new double[ORIGIN], new double[WEEKS]);
    assertThat(terms(history, flat, 0.5).level(0)).isNaN();
  }
}
