package org.deepcausalmmm.core.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Reference values are those of ArviZ 0.23.4 for the same chains. */
class ChainDiagnosticsTest {
  private static final int CHAINS = 4;
  private static final int DRAWS = 101;

  /** Returns numbers between 0 and 1 that look like noise and can be made anywhere. */
  private static double noise(int chain, int draw) {
    return ((draw * draw * 31 + draw * (7 + chain) * 37 + chain * 53) % 997 + 0.5) / 997;
  }

  private interface Draw {
    double at(int chain, int draw, double before);
  }

  private static double[][] chains(Draw draw) {
    double[][] chains = new double[CHAINS][DRAWS];
    for (int c = 0; c < CHAINS; c++) {
      double value = 0;
      for (int t = 0; t < DRAWS; t++) {
        value = draw.at(c, t, value);
        chains[c][t] = value;
      }
    }
    return chains;
  }

  private static void agrees(double[][] chains, double... expected) {
    ChainDiagnostics found = ChainDiagnostics.of(chains);
    assertThat(found.rHat()).isCloseTo(expected[0], within(1e-9));
    assertThat(found.bulkEss()).isCloseTo(expected[1], within(1e-6));
    assertThat(found.tailEss()).isCloseTo(expected[2], within(1e-6));
    assertThat(found.meanError()).isCloseTo(expected[3], within(1e-9));
  }

  @Test
  void autoregressiveChainsAgreeWithArviz() {
    agrees(
        chains((c, t, before) -> 0.7 * before + noise(c, t) - 0.5),
        1.1096349481909686,
        26.871755088289554,
        128.6916736019777,
        0.08372812267124087);
  }

  @Test
  void aChainElsewhereIsSeenAsByArviz() {
    agrees(
        chains((c, t, before) -> noise(c, t) + (c == 3 ? 0.5 : 0)),
        1.2626238612052676,
        12.750716846081565,
        34.00827086486553,
        0.10696845322700069);
  }

  @Test
  void heavyTailsAgreeWithArviz() {
    double[][] chains = chains((c, t, before) -> Math.tan(Math.PI * (noise(c, t) - 0.5)));
    ChainDiagnostics found = ChainDiagnostics.of(chains);
    assertThat(found.rHat()).isCloseTo(1.0108684981714358, within(1e-9));
    assertThat(found.bulkEss()).isCloseTo(329.9567090379176, within(1e-6));
    assertThat(found.tailEss()).isCloseTo(335.355901611014, within(1e-6));
    assertThat(found.ess()).isEqualTo(found.bulkEss());
  }

  @Test
  void anIncreasingFunctionChangesNeitherRHatNorBulk() {
    double[][] chains = chains((c, t, before) -> 0.7 * before + noise(c, t) - 0.5);
    DoubleUnaryOperator exp = x -> Math.exp(5 * x);
    double[][] moved =
        Arrays.stream(chains)
            .map(chain -> Arrays.stream(chain).map(exp).toArray())
            .toArray(double[][]::new);
    ChainDiagnostics before = ChainDiagnostics.of(chains);
    ChainDiagnostics after = ChainDiagnostics.of(moved);
    assertThat(after.bulkEss()).isCloseTo(before.bulkEss(), within(1e-9));
    assertThat(after.tailEss()).isCloseTo(before.tailEss(), within(1e-9));
  }

  @Test
  void whatNeverMovesHasNoDiagnostics() {
    assertThat(ChainDiagnostics.of(new double[4][10]).rHat()).isNaN();
    assertThat(ChainDiagnostics.of(new double[4][10]).ess()).isNaN();
    assertThat(ChainDiagnostics.of(new double[][] {{1, 2, Double.NaN, 4}}).ess()).isNaN();
  }

  @Test
  void tooFewDrawsAreRefused() {
    assertThatThrownBy(() -> ChainDiagnostics.of(new double[4][3]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tiesShareTheirAverageRank() {
    assertThat(RankNormalization.ranks(new double[] {5, 1, 5, 2})).containsExactly(3.5, 1, 3.5, 2);
  }

  @Test
  void energyFractionAgreesWithArviz() {
    double[][] chains = chains((c, t, before) -> 0.7 * before + noise(c, t) - 0.5);
    double[] expected = {0.51739924, 0.51149495, 0.47918096, 0.70507091};
    for (int c = 0; c < CHAINS; c++) {
      assertThat(EnergyDiagnostics.bfmi(chains[c])).isCloseTo(expected[c], within(1e-8));
    }
  }
}
