package org.deepcausalmmm.core.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StatisticsTest {
  private static final double[] VALUES = {4, 1, Double.NaN, 3, 2};

  @Test
  void interpolatesQuantilesBetweenOrderStatisticsAndIgnoresUnknownValues() {
    assertThat(Statistics.quantile(VALUES, 0.05)).isCloseTo(1.15, within(1e-12));
    assertThat(Statistics.quantile(VALUES, 0)).isEqualTo(1);
    assertThat(Statistics.quantile(VALUES, 1)).isEqualTo(4);
    assertThat(Statistics.quantile(new double[0], 0.5)).isNaN();
    assertThat(VALUES).containsExactly(4, 1, Double.NaN, 3, 2);
  }

  @Test
  void averagesTheTwoMiddleValuesForTheMedianAndTakesTheGreaterForTheHighMedian() {
    assertThat(Statistics.median(VALUES)).isEqualTo(2.5);
    assertThat(Statistics.highMedian(VALUES)).isEqualTo(3);
    assertThat(Statistics.median(new double[] {7})).isEqualTo(7);
    assertThat(Statistics.highMedian(new double[] {Double.NaN})).isNaN();
  }

  @Test
  void correlatesThePairsOfWhichBothValuesAreKnown() {
    double[] x = {1, 2, 3, 4, Double.NaN};
    double[] y = {2, 4, Double.NaN, 8, 5};
    assertThat(Statistics.correlation(x, y)).isCloseTo(1, within(1e-12));
    assertThat(Statistics.correlation(x, new double[5])).isNaN();
    assertThat(Statistics.correlation(new double[] {1}, new double[] {2})).isNaN();
  }
}
