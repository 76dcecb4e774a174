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
  private static final int CHANNELS = 100;

  @Test
  void smallBrands() {
    double best = 1;
    for (int brands : new int[] {6, 12, 40}) {
      for (double spread : new double[] {0.15, 0.3, 0.6}) {
        for (double optimism : new double[] {1, 1.4}) {
          Portfolios study = new Portfolios(new SplittableRandom(424_242));
          for (int i = 0; i < CHANNELS; i++) {
            study.add(brands, spread, optimism);
          }
          double ratio = study.pooledError() / study.rawError();
          best = Math.min(best, ratio);
          System.out.printf(
              Locale.ROOT,
              "| %d | %.2f | %.1f | %.3f | %.3f | %.0f%% | %.0f%% |%n",
              brands,
              spread,
              optimism,
              study.rawError(),
              study.pooledError(),
              100 * (1 - ratio),
              100 * study.coverage());
        }
      }
    }
    assertThat(best).isLessThan(0.75);
  }
}
