package org.deepcausalmmm.core.pooling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.deepcausalmmm.data.estimate.Interval;
import org.junit.jupiter.api.Test;

class RandomEffectsTest {
  /** The eight schools of Rubin (1981), in units of ten points. */
  private static final double[] SCHOOLS = {2.8, 0.8, -0.3, 0.7, -0.1, 0.1, 1.8, 1.2};

  private static final double[] SCHOOL_ERRORS = {1.5, 1.0, 1.6, 1.1, 0.9, 1.1, 1.0, 1.8};

  /** Returns units whose own priors say next to nothing, around 0. */
  private static List<UnitEstimate> units(double[] estimate, double[] error) {
    return IntStream.range(0, estimate.length)
        .mapToObj(i -> Portfolios.unit(estimate[i], error[i], 0, 20))
        .toList();
  }

  @Test
  void schoolsThatDifferByChanceAreNearlyPooled() {
    RandomEffects effects = RandomEffects.of(units(SCHOOLS, SCHOOL_ERRORS));
    // Without any spread the weighted mean is 0.769 with a standard error of 0.407 (Gelman et al.
    // 2013, Bayesian Data Analysis, 5.5), and there are fewer squares than by chance. With the
    // prior of the mean, N(0, 0.5^2), that is 0.46.
    assertThat(effects.spreadByMoments()).isZero();
    assertThat(effects.center().mean()).isCloseTo(0.46, within(0.05));
    assertThat(effects.units())
        .allSatisfy(unit -> assertThat(unit.effect().mean()).isBetween(0.2, 0.9));
  }

  @Test
  void exactEstimatesStayAsTheyAre() {
    double[] estimate = {0.1, 1.0, 2.0, 0.4};
    RandomEffects effects =
        RandomEffects.of(units(estimate, new double[] {0.01, 0.01, 0.01, 0.01}));
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
  void aUnitUnlikeAllOthersIsHardlyMovedAndHardlyWidensTheSpread() {
    double[] estimate = {0.0, 0.1, -0.1, 0.05, -0.05, 0.0, 3.0};
    double[] error = new double[estimate.length];
    Arrays.fill(error, 0.2);
    RandomEffects effects = RandomEffects.of(units(estimate, error));
    assertThat(effects.units().get(6).effect().mean()).isGreaterThan(2.6);
    assertThat(effects.spread().mean()).isLessThan(0.8 * effects.spreadByMoments());
    assertThat(effects.center().mean()).isCloseTo(0, within(0.15));
  }

  @Test
  void aUnitWithoutEvidenceGetsWhatTheOthersSay() {
    List<UnitEstimate> units = new ArrayList<>(units(new double[4], new double[] {1, 1, 1, 1}));
    units.add(new UnitEstimate(9, Double.POSITIVE_INFINITY, 0, 20, 0, 20));
    RandomEffects effects = RandomEffects.of(units);
    assertThat(effects.probability()).isGreaterThan(0.99);
    assertThat(effects.units().get(4).ownWeight()).isLessThan(0.01);
    assertThat(effects.units().get(4).effect().mean()).isCloseTo(0, within(0.05));
  }

  @Test
  void fewerThanThreeUnitsCannotBePooled() {
    List<UnitEstimate> units = new ArrayList<>(units(new double[] {1, 2}, new double[] {1, 1}));
    units.add(new UnitEstimate(1, Double.POSITIVE_INFINITY, 0, 1, 0, 1));
    assertThatThrownBy(() -> RandomEffects.of(units)).isInstanceOf(IllegalArgumentException.class);
  }

  /** The study of docs/batch.md: portfolios with known effects, little evidence on small brands. */
  @Test
  void poolingLowersTheErrorOfSmallBrandsAndKeepsItsCoverage() {
    Portfolios study = new Portfolios(new SplittableRandom(90210), false);
    for (int i = 0; i < 25; i++) {
      study.add(12, 0.15, 1);
    }
    assertThat(study.pooledError() / study.ownError()).isLessThan(0.75);
    assertThat(study.coverage()).isBetween(0.85, 0.97);
  }

  /** Brands that differ as their own priors say lose next to nothing by pooling. */
  @Test
  void brandsThatLieAroundTheirOwnPriorsKeepWhatTheyKnow() {
    Portfolios study = new Portfolios(new SplittableRandom(90211), true);
    for (int i = 0; i < 25; i++) {
      study.add(12, 0.5, 1);
    }
    assertThat(study.pooledError() / study.ownError()).isLessThan(1.03);
    assertThat(study.coverage()).isBetween(0.85, 0.97);
  }

  /**
   * Simulated portfolios and what pooling does to their small brands. Each brand has a likelihood
   * and a prior of its own; its own figure is its posterior.
   */
  static final class Portfolios {
    private static final double PRIOR_SD = 0.5;

    private final SplittableRandom random;
    private final boolean informative;
    private double own;
    private double pooled;
    private int held;
    private int count;

    /**
     * Starts a study.
     *
     * @param informative whether brands lie around their own priors, and not around one mean
     */
    Portfolios(SplittableRandom random, boolean informative) {
      this.random = random;
      this.informative = informative;
    }

    /**
     * Adds a channel over brands of which every second is small.
     *
     * @param optimism how much wider the true errors are than those that are stated
     */
    void add(int brands, double spread, double optimism) {
      double[] truth = new double[brands];
      List<UnitEstimate> units = new ArrayList<>();
      double center = 0.5 * random.nextGaussian();
      for (int i = 0; i < brands; i++) {
        double error = (i % 2 == 0 ? 0.5 : 0.15) * Math.exp(0.3 * random.nextGaussian());
        double expected = center + PRIOR_SD * random.nextGaussian();
        truth[i] = (informative ? expected : center) + spread * random.nextGaussian();
        double estimate = truth[i] + optimism * error * random.nextGaussian();
        units.add(unit(estimate, error, expected, PRIOR_SD));
      }
      RandomEffects effects = RandomEffects.of(units);
      for (int i = 0; i < brands; i += 2) {
        Interval effect = effects.units().get(i).effect();
        own += Math.abs(units.get(i).mean() - truth[i]);
        pooled += Math.abs(effect.mean() - truth[i]);
        held += truth[i] >= effect.lower() && truth[i] <= effect.upper() ? 1 : 0;
        count++;
      }
    }

    /** Returns a unit with the posterior that its likelihood and its prior have. */
    static UnitEstimate unit(double estimate, double error, double expected, double expectedSd) {
      double precision = 1 / (error * error) + 1 / (expectedSd * expectedSd);
      double mean = (estimate / (error * error) + expected / (expectedSd * expectedSd)) / precision;
      return new UnitEstimate(
          estimate, error, expected, expectedSd, mean, 1 / Math.sqrt(precision));
    }

    double ownError() {
      return own / count;
    }

    double pooledError() {
      return pooled / count;
    }

    double coverage() {
      return (double) held / count;
    }
  }
}
