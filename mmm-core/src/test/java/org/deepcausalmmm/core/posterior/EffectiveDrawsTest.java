package org.deepcausalmmm.core.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EffectiveDrawsTest {
  private static final int MANY = 20_000;

  @Test
  void independentDrawsCountInFull() {
    assertThat(EffectiveDraws.of(chain(0))).isCloseTo(MANY, within(0.1 * MANY));
  }

  /** Of an autoregression with coefficient a every (1 + a) / (1 - a)th draw is independent. */
  @Test
  void autocorrelatedDrawsCountForLess() {
    assertThat(EffectiveDraws.of(chain(0.5))).isCloseTo(MANY / 3.0, within(0.1 * MANY / 3.0));
    assertThat(EffectiveDraws.of(chain(0.9))).isCloseTo(MANY / 19.0, within(0.2 * MANY / 19.0));
  }

  @Test
  void drawsOnAlternatingSidesCountNoMoreThanThereAre() {
    assertThat(EffectiveDraws.of(chain(-0.5))).isEqualTo(MANY);
    double[] mirrored = chain(0);
    for (int i = 1; i < MANY; i += 2) {
      mirrored[i] = -mirrored[i - 1];
    }
    assertThat(EffectiveDraws.of(mirrored)).isEqualTo(MANY);
  }

  @Test
  void aConstantChainIsOneDraw() {
    assertThat(EffectiveDraws.of(new double[] {3, 3, 3, 3})).isEqualTo(1);
    assertThat(EffectiveDraws.of(new double[] {3})).isEqualTo(1);
  }

  @Test
  void aChainThatMovedOnceIsAFewDraws() {
    double[] chain = chain(0);
    for (int i = MANY / 2; i < MANY; i++) {
      chain[i] += 10;
    }
    assertThat(EffectiveDraws.of(chain)).isLessThan(10);
  }

  private static double[] chain(double coefficient) {
    SplittableRandom random = new SplittableRandom(1);
    double[] chain = new double[MANY];
    for (int i = 1; i < MANY; i++) {
      chain[i] = coefficient * chain[i - 1] + random.nextGaussian();
    }
    return chain;
  }
}
