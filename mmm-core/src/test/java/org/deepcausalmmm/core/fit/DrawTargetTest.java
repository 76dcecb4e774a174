package org.deepcausalmmm.core.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.deepcausalmmm.core.posterior.HamiltonianSampler.Sample;
import org.junit.jupiter.api.Test;

class DrawTargetTest {
  private static final DrawTarget TARGET = DrawTarget.of(1200, 4);

  @Test
  void fewDrawsAreExact() {
    DrawTarget exact = DrawTarget.of(202, 4);
    assertThat(exact).isEqualTo(new DrawTarget(4, 51, 51, 51));
    double[][] draws = new double[204][1];
    assertThat(exact.kept(draws)).isEqualTo(draws);
  }

  @Test
  void stopsWhereChainsAgree() {
    assertThat(TARGET.enough(sample(500, 0, 0))).isTrue();
  }

  @Test
  void takesAllUsualDrawsWhereChainsDisagreeAndThenGivesUp() {
    assertThat(TARGET.enough(sample(2 * TARGET.first(), 0, 0.4))).isFalse();
    assertThat(TARGET.enough(sample(TARGET.usual(), 0, 0.4))).isTrue();
  }

  @Test
  void takesTheDrawsAskedForOnlyWhereChainsAreFarApart() {
    assertThat(TARGET.enough(sample(TARGET.first(), 0, 20))).isFalse();
    assertThat(TARGET.enough(sample(2 * TARGET.first(), 0, 20))).isTrue();
  }

  @Test
  void goesOnWhereFurtherDrawsMakeTheDifference() {
    Sample slow = sample(600, 0.9, 0);
    assertThat(new DrawTarget(4, 150, 600, 60_000).enough(slow)).isFalse();
    assertThat(new DrawTarget(4, 150, 600, 700).enough(slow)).isTrue();
  }

  @Test
  void keepsEverySecondDrawOfEachChain() {
    double[][] draws =
        IntStream.range(0, 4 * 1001).mapToObj(i -> new double[] {i}).toArray(double[][]::new);
    double[][] kept = TARGET.kept(draws);
    assertThat(kept).hasDimensions(4 * 500, 1);
    assertThat(kept[0]).containsExactly(1);
    assertThat(kept[499]).containsExactly(999);
    assertThat(kept[500]).containsExactly(1002);
  }

  /** Returns chains of one quantity with an autocorrelation and a distance from each other. */
  private static Sample sample(int draws, double correlation, double apart) {
    SplittableRandom random = new SplittableRandom(5);
    double[][] chains = new double[4][draws];
    for (int c = 0; c < 4; c++) {
      double state = 0;
      for (int d = 0; d < draws; d++) {
        state = correlation * state + random.nextGaussian();
        chains[c][d] = state + apart * c;
      }
    }
    double[][] all =
        Arrays.stream(chains)
            .flatMapToDouble(Arrays::stream)
            .mapToObj(x -> new double[] {x})
            .toArray(double[][]::new);
    return new Sample(all, 4, 0.8, 1, new double[][][] {chains});
  }
}
