package org.deepcausalmmm.core.pooling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.deepcausalmmm.data.estimate.Interval;
import org.junit.jupiter.api.Test;

class RandomEffectsTest {
  /** The eight schools of Rubin (1981), in units of ten points. */
  private static final double[] SCHOOLS = {2.8, 0.8, -0.3, 0.7, -0.1, 0.1, 1.8, 1.2};

  private static final double[] SCHOOL_ERRORS = {1.5, 1.0, 1.6, 1.1, 0.9, 1.1, 1.0, 1.8};

  @Test
  void schoolsThatDifferByChanceAreNearlyPooled() {
    RandomEffects effects = RandomEffects.of(SCHOOLS, SCHOOL_ERRORS);
    // Without any spread the weighted mean is 0.769 with a standard error of 0.407 (Gelman et al.
    // 2013, Bayesian Data Analysis, 5.5), and there are fewer squares than by chance.
    assertThat(effects.spreadByMoments()).isZero();
    assertThat(effects.center().mean()).isCloseTo(0.78, within(0.05));
    assertThat(effects.units())
        .allSatisfy(unit -> assertThat(unit.effect().mean()).isBetween(0.4, 1.3));
  }

  @Test
  void exactEstimatesStayAsTheyAre() {
    double[] estimate = {0.1, 1.0, 2.0, 0.4};
    RandomEffects effects = RandomEffects.of(estimate, new double[] {0.01, 0.01, 0.01, 0.01});
    for (int i = 0; i < estimate.length; i++) {
      assertThat(effects.units().get(i).effect().mean()).isCloseTo(estimate[i], within(0.01));
      assertThat(effects.units().get(i).ownWeight()).isGreaterThan(0.99);
    }
    double sd = Math.sqrt(Arrays.stream(estimate).map(x -> Math.pow(x - 0.875, 2)).sum() / 3);
    assertThat(effects.spreadByMoments()).isCloseTo(sd, within(0.01));
    assertThat(effects.spread().lower()).isLessThan(sd);
    assertThat(effects.spread().upper()).isGreaterThan(sd);
  }

  @Test
  void fewerThanThreeUnitsCannotBePooled() {
    assertThatThrownBy(() -> RandomEffects.of(new double[] {1, 2}, new double[] {1, 1}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The study of docs/batch.md: portfolios with known effects, little evidence on small brands. */
  @Test
  void poolingLowersTheErrorOfSmallBrandsAndKeepsItsCoverage() {
    Portfolios study = new Portfolios(new SplittableRandom(90210));
    for (int i = 0; i < 40; i++) {
      study.add(12, 0.3, 1);
    }
    assertThat(study.pooledError() / study.rawError()).isLessThan(0.75);
    assertThat(study.coverage()).isBetween(0.85, 0.95);
  }

  /** Simulated portfolios and what pooling does to their small brands. */
  static final class Portfolios {
    private final SplittableRandom random;
    private double raw;
    private double pooled;
    private int held;
    private int count;

    Portfolios(SplittableRandom random) {
      this.random = random;
    }

    /**
     * Adds a channel over brands of which every second is small.
     *
     * @param optimism how much wider the true errors are than those that are stated
     */
    void add(int brands, double spread, double optimism) {
      double[] truth = new double[brands];
      double[] estimate = new double[brands];
      double[] error = new double[brands];
      double center = 0.5 * random.nextGaussian();
      for (int i = 0; i < brands; i++) {
        error[i] = (i % 2 == 0 ? 0.5 : 0.15) * Math.exp(0.3 * random.nextGaussian());
        truth[i] = center + spread * random.nextGaussian();
        estimate[i] = truth[i] + optimism * error[i] * random.nextGaussian();
      }
      RandomEffects effects = RandomEffects.of(estimate, error);
      for (int i = 0; i < brands; i += 2) {
        Interval effect = effects.units().get(i).effect();
        raw += Math.abs(estimate[i] - truth[i]);
        pooled += Math.abs(effect.mean() - truth[i]);
        held += truth[i] >= effect.lower() && truth[i] <= effect.upper() ? 1 : 0;
        count++;
      }
    }

    double rawError() {
      return raw / count;
    }

    double pooledError() {
      return pooled / count;
    }

    double coverage() {
      return (double) held / count;
    }
  }
}
