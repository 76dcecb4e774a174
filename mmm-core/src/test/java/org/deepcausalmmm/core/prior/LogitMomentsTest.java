package org.deepcausalmmm.core.prior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

class LogitMomentsTest {
  @Property(tries = 200)
  void hasTheMeanAndSdAskedFor(
      @ForAll @Scale(3) @DoubleRange(min = 0.001, max = 0.999) double mean,
      @ForAll @Scale(3) @DoubleRange(min = 0.001, max = 1) double width) {
    double sd = width * LogitMoments.widest(mean);
    LogitMoments found = LogitMoments.matching(mean, sd);
    assertThat(found.mean()).isCloseTo(mean, within(1e-9));
    assertThat(found.sd()).isCloseTo(sd, within(1e-9));
  }

  @Property(tries = 20)
  void hasTheMomentsOfSimulatedShares(@ForAll @DoubleRange(min = 0.1, max = 0.9) double mean) {
    LogitMoments found = LogitMoments.matching(mean, 0.15);
    java.util.Random random = new java.util.Random(1);
    double sum = 0;
    double squares = 0;
    int draws = 200_000;
    for (int i = 0; i < draws; i++) {
      double share =
          1 / (1 + Math.exp(-(found.location() + found.spread() * random.nextGaussian())));
      sum += share;
      squares += (share - mean) * (share - mean);
    }
    assertThat(sum / draws).isCloseTo(mean, within(0.002));
    assertThat(Math.sqrt(squares / draws)).isCloseTo(0.15, within(0.002));
  }
}
