package org.deepcausalmmm.optimizer.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class ResponseCeilingTest {

  @Property(tries = 500)
  void isNeverBelowTheResponseLessThePriceAndCloseAboveIt(
      @ForAll @DoubleRange(min = 0.5, max = 4) double shape,
      @ForAll @DoubleRange(min = 0, max = 4) double from,
      @ForAll @DoubleRange(min = 0.01, max = 2) double width,
      @ForAll @DoubleRange(min = -0.5, max = 3) double price) {
    HillResponse hill = new HillResponse(2, 1, shape);
    TabulatedResponse table = TabulatedResponse.of(hill, 10, 40);
    for (SpendResponse response : new SpendResponse[] {hill, table, hill::value}) {
      double highest = Double.NEGATIVE_INFINITY;
      for (int k = 0; k <= 2000; k++) {
        double spend = from + width * k / 2000;
        highest = Math.max(highest, response.value(spend) - price * spend);
      }
      double ceiling = response.ceiling(from, from + width, price);
      assertThat(ceiling).isGreaterThanOrEqualTo(highest - 1e-12);
      if (response == hill || response == table) {
        assertThat(ceiling).isLessThan(highest + 2e-3);
      }
    }
  }

  @Property(tries = 100)
  void tableRisesWhereThePointsRiseAndHitsThem(
      @ForAll @DoubleRange(min = 0.5, max = 4) double shape) {
    HillResponse hill = new HillResponse(2, 1, shape);
    TabulatedResponse table = TabulatedResponse.of(hill, 10, 40);
    double before = -1;
    for (int k = 0; k <= 1000; k++) {
      double spend = k / 100.0;
      assertThat(table.value(spend)).isGreaterThanOrEqualTo(before);
      assertThat(table.value(spend)).isCloseTo(hill.value(spend), within(5e-3));
      before = table.value(spend);
    }
    assertThat(table.value(2.5)).isEqualTo(hill.value(2.5));
  }
}
