package org.deepcausalmmm.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrueOutcomeTest {
  private static final WorldSpec SPEC =
      WorldSpec.builder("small").regions(3).weeks(60).channels(4).edges(1).build();
  private static final WorldSpec AFTER_OTHERS = SPEC.toBuilder().earlierWeeks(26).build();

  private static double sum(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).sum();
  }

  @Test
  void theSpendThatWasCarriedOutGivesTheWorldsExpectedOutcome() {
    for (WorldSpec spec : List.of(SPEC, AFTER_OTHERS)) {
      World world = Simulator.simulate(spec, 3);
      TrueOutcome truth = Simulator.truth(spec, 3);
      assertThat(truth.under(truth.spend())).isDeepEqualTo(world.expected());
    }
  }

  @Test
  void takingAChannelsSpendAwayCostsItsContribution() {
    World world = Simulator.simulate(SPEC, 3);
    TrueOutcome truth = Simulator.truth(SPEC, 3);
    double[][][] without = truth.spend();
    for (double[] region : without[1]) {
      Arrays.fill(region, 0);
    }
    double lost = sum(world.expected()) - sum(truth.under(without));
    String name = world.panel().channelNames().get(1);
    assertThat(lost)
        .isCloseTo(world.truth().of(name).contribution(), within(1e-6 * sum(world.expected())));
  }
}
