package org.deepcausalmmm.simulation;

import java.util.List;

/**
 * Pseudo-random numbers that depend on a seed alone, the same on every version of Java.
 *
 * <p>The generator is SplitMix64 (Steele, Lea and Flood, "Fast Splittable Pseudorandom Number
 * Generators", OOPSLA 2014); normal numbers come by Marsaglia's polar method.
 */
final class Chance {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final long seed;
  private long state;

  Chance(long seed) {
    this.seed = mix(seed + GOLDEN);
    this.state = this.seed;
  }

  /**
   * Starts a stream of its own for a purpose; it does not depend on what was drawn here before, so
   * that a setting changes what it names and nothing else.
   */
  Chance fork(String purpose) {
    long hash = seed;
    for (int i = 0; i < purpose.length(); i++) {
      hash = mix(hash ^ (purpose.charAt(i) + GOLDEN));
    }
    return new Chance(hash);
  }

  /** Draws a number in [0, 1). */
  double uniform() {
    state += GOLDEN;
    return (mix(state) >>> 11) * 0x1.0p-53;
  }

  /** Draws a number between two bounds, evenly. */
  double uniform(double low, double high) {
    return low + (high - low) * uniform();
  }

  /** Draws a number between two positive bounds, evenly in its logarithm. */
  double logUniform(double low, double high) {
    return Math.exp(uniform(Math.log(low), Math.log(high)));
  }

  /** Draws a whole number between two bounds, both possible. */
  int integer(int low, int high) {
    return low + (int) (uniform() * (high - low + 1));
  }

  boolean happens(double probability) {
    return uniform() < probability;
  }

  /** Draws 1 or -1. */
  double sign() {
    return happens(0.5) ? 1 : -1;
  }

  double gaussian() {
    while (true) {
      double a = 2 * uniform() - 1;
      double b = 2 * uniform() - 1;
      double square = a * a + b * b;
      if (square > 0 && square < 1) {
        return a * StrictMath.sqrt(-2 * StrictMath.log(square) / square);
      }
    }
  }

  /** Draws what a normal number is multiplied by to have a Student-t distribution. */
  double heaviness(int freedom) {
    double squares = 0;
    for (int i = 0; i < freedom; i++) {
      double value = gaussian();
      squares += value * value;
    }
    return Math.sqrt(freedom / squares);
  }

  /** Draws a positive number of median 1 whose logarithm has a standard deviation. */
  double logNormal(double sd) {
    return Math.exp(sd * gaussian());
  }

  /** Draws a stationary first-order autoregression of a standard deviation. */
  double[] autoregression(int length, double correlation, double sd) {
    double[] path = new double[length];
    double innovation = Math.sqrt(1 - correlation * correlation);
    double value = gaussian();
    for (int t = 0; t < length; t++) {
      path[t] = sd * value;
      value = correlation * value + innovation * gaussian();
    }
    return path;
  }

  /** Brings a list into random order (Fisher and Yates). */
  void shuffle(List<?> list) {
    for (int i = list.size() - 1; i > 0; i--) {
      java.util.Collections.swap(list, i, integer(0, i));
    }
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
