package org.deepcausalmmm.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CalibrationTableTest {
  /** Ranks of theta ~ N(0, 1), y ~ N(theta, 1) under its posterior N(y / 2, 1/2), scaled. */
  private static List<TruthRank> conjugate(double width) {
    SplittableRandom random = new SplittableRandom(7);
    List<TruthRank> ranks = new ArrayList<>();
    for (int world = 1; world <= 200; world++) {
      double theta = random.nextGaussian();
      double y = theta + random.nextGaussian();
      double[] draws = new double[400];
      for (int i = 0; i < draws.length; i++) {
        draws[i] = y / 2 + width * Math.sqrt(0.5) * random.nextGaussian();
      }
      ranks.add(TruthRank.of(world, "toy", "theta", theta, draws));
    }
    return ranks;
  }

  @Test
  void ranksUnderTheRightPosteriorAreInsideTheBand() {
    List<String> row = CalibrationTable.cells(conjugate(1)).get(1);
    assertThat(row.get(5)).isEqualTo("yes");
    assertThat(Double.parseDouble(row.get(6)))
        .isBetween(Double.parseDouble(row.get(7)), Double.parseDouble(row.get(8)));
  }

  @Test
  void ranksUnderATooNarrowOrTooWidePosteriorAreOutside() {
    List<String> narrow = CalibrationTable.cells(conjugate(0.6)).get(1);
    assertThat(narrow.get(5)).isEqualTo("no");
    assertThat(Double.parseDouble(narrow.get(3))).isGreaterThan(1.1);
    List<String> wide = CalibrationTable.cells(conjugate(1.8)).get(1);
    assertThat(wide.get(5)).isEqualTo("no");
    assertThat(Double.parseDouble(wide.get(3))).isLessThan(0.9);
  }
}
