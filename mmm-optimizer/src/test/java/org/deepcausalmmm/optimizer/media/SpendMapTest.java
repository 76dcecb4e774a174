package org.deepcausalmmm.optimizer.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.deepcausalmmm.optimizer.problem.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SpendMapTest {
  private static final int WEEKS = 5;

  private static double[][][] random(Random random) {
    double[][][] values = new double[2][3][WEEKS];
    for (double[][] channel : values) {
      for (double[] region : channel) {
        for (int t = 0; t < WEEKS; t++) {
          region[t] = random.nextInt(3) == 0 ? 0 : random.nextDouble();
        }
      }
    }
    return values;
  }

  private static SpendMap map(PlanBy by, double[][][] weight) {
    double[][] usual = {{1, 2, 3}, {0, 0, 0}};
    List<String> weeks = IntStream.range(0, WEEKS).mapToObj(t -> "week " + t).toList();
    return SpendMap.of(by, List.of("tv", "search"), List.of("a", "b", "c"), weeks, weight, usual);
  }

  @ParameterizedTest
  @EnumSource(PlanBy.class)
  void partsInCentsAddUpToEveryDecision(PlanBy by) {
    Random random = new Random(3);
    SpendMap map = map(by, random(random));
    double[] plan =
        random.doubles(map.size(), 0, 1000).map(x -> Money.of(Money.cents(x))).toArray();
    double[] totals = map.total(map.spreadCents(plan));
    double[] exact = map.total(map.spread(plan));
    for (int i = 0; i < plan.length; i++) {
      assertThat(Money.cents(totals[i])).isEqualTo(Money.cents(plan[i]));
      assertThat(exact[i]).isCloseTo(plan[i], within(1e-9));
    }
  }

  @ParameterizedTest
  @EnumSource(PlanBy.class)
  void gatheringIsTheTransposeOfSpreading(PlanBy by) {
    Random random = new Random(4);
    SpendMap map = map(by, random(random));
    double[] plan = random.doubles(map.size()).toArray();
    double[][][] gradient = random(random);
    double there = 0;
    double[][][] spend = map.spread(plan);
    for (int c = 0; c < 2; c++) {
      for (int r = 0; r < 3; r++) {
        for (int t = 0; t < WEEKS; t++) {
          there += spend[c][r][t] * gradient[c][r][t];
        }
      }
    }
    double back = 0;
    double[] gathered = map.gather(gradient);
    for (int i = 0; i < plan.length; i++) {
      back += plan[i] * gathered[i];
    }
    assertThat(back).isCloseTo(there, within(1e-9));
  }
}
