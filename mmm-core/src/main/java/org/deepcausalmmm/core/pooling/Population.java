package org.deepcausalmmm.core.pooling;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;

/**
 * A distribution of the units' effects: Student's t with four degrees of freedom, as a mixture of
 * normal distributions.
 *
 * @param spread scale of the distribution
 */
record Population(double spread, double mean) {
  /** Degrees of freedom: a unit that differs from all others hardly widens the spread. */
  private static final double DEGREES = 4;

  private static final int SCALES = 6;
  private static final double TINY = 1e-12;

  /** Variances, relative to the scale's square, whose mixture is nearly the t distribution. */
  private static final double[] VARIANCES = variances();

  private static double[] variances() {
    ChiSquaredDistribution square = new ChiSquaredDistribution(DEGREES);
    return IntStream.range(0, SCALES)
        .mapToDouble(k -> DEGREES / square.inverseCumulativeProbability((k + 0.5) / SCALES))
        .toArray();
  }

  /** Returns the logarithm of the density of all estimates, each times the root of 2 pi. */
  double logLikelihood(List<UnitEstimate> units) {
    double sum = 0;
    for (UnitEstimate unit : units) {
      if (unit.informed()) {
        double density = 0;
        for (double variance : VARIANCES) {
          density += density(unit, variance) / SCALES;
        }
        sum += Math.log(Math.max(density, Double.MIN_NORMAL));
      }
    }
    return sum;
  }

  private double density(UnitEstimate unit, double relative) {
    double variance = unit.error() * unit.error() + spread * spread * relative;
    double rest = unit.estimate() - mean;
    return Math.exp(-rest * rest / variance / 2) / Math.sqrt(variance);
  }

  /** Returns the distribution of a unit's effect given its estimate and this population. */
  Conditional given(UnitEstimate unit) {
    double[] weight = new double[SCALES];
    double[] center = new double[SCALES];
    double[] sd = new double[SCALES];
    double[] own = new double[SCALES];
    for (int k = 0; k < SCALES; k++) {
      double square = spread * spread * VARIANCES[k];
      own[k] = unit.informed() ? square / (square + unit.error() * unit.error()) : 0;
      // So far from all others that every density is 0, the widest distribution counts.
      weight[k] = unit.informed() ? density(unit, VARIANCES[k]) + (k == 0 ? TINY : 0) : 1;
      center[k] = own[k] == 0 ? mean : own[k] * unit.estimate() + (1 - own[k]) * mean;
      sd[k] = Math.sqrt(Math.max((1 - own[k]) * square, TINY));
    }
    double total = Arrays.stream(weight).sum();
    double[] normalised = Arrays.stream(weight).map(w -> w / total).toArray();
    return new Conditional(
        normalised,
        center,
        sd,
        IntStream.range(0, SCALES).mapToDouble(k -> normalised[k] * own[k]).sum());
  }

  /**
   * A mixture of normal distributions.
   *
   * @param own the weight of the unit's own estimate in its mean
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Conditional(double[] weight, double[] mean, double[] sd, double own) {}
}
