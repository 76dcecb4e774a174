package org.deepcausalmmm.core.pooling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.SplittableRandom;
import org.deepcausalmmm.core.pooling.RandomEffectsTest.Portfolios;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The table of docs/batch.md: what pooling does to small brands, by size and spread of portfolios.
 */
@Tag("benchmark")
class PoolingBenchmark {
  private static final int CHANNELS = 60;

  @Test
  void smallBrands() {
    double best = 1;
    for (boolean informative : new boolean[] {false, true}) {
      for (int brands : informative ? new int[] {12} : new int[] {6, 12, 40}) {
        for (double spread : new double[] {0.15, 0.3, 0.6}) {
          for (double optimism : new double[] {1, 1.4}) {
            best = Math.min(best, row(informative, brands, spread, optimism));
          }
        }
      }
    }
    assertThat(best).isLessThan(0.75);
  }

  private static double row(boolean informative, int brands, double spread, double optimism) {
    Portfolios study = new Portfolios(new SplittableRandom(424_242), informative);
    for (int i = 0; i < CHANNELS; i++) {
      study.add(brands, spread, optimism);
    }
    double ratio = study.pooledError() / study.ownError();
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %.2f | %.1f | %.3f | %.3f | %.0f%% | %.0f%% |%n",
        informative ? "its own prior" : "one mean",
        brands,
        spread,
        optimism,
        study.ownError(),
        study.pooledError(),
        100 * (1 - ratio),
        100 * study.coverage());
    return ratio;
  }
}
