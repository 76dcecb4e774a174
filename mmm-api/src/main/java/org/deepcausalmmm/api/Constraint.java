package org.deepcausalmmm.api;

import ai.djl.ndarray.NDArray;
import org.apiguardian.api.API;

/**
 * Restricts a parameter to an open interval and maps it from and to the whole line, on which the
 * core estimates it.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class Constraint {
  private enum Kind {
    REAL,
    POSITIVE,
    INTERVAL
  }

  private static final Constraint REAL =
      new Constraint(Kind.REAL, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  private static final Constraint POSITIVE =
      new Constraint(Kind.POSITIVE, 0, Double.POSITIVE_INFINITY);

  private final Kind kind;
  private final double lower;
  private final double upper;

  private Constraint(Kind kind, double lower, double upper) {
    this.kind = kind;
    this.lower = lower;
    this.upper = upper;
  }

  /** Allows every number; the map is the identity. */
  public static Constraint real() {
    return REAL;
  }

  /** Allows numbers above 0; the map is the exponential. */
  public static Constraint positive() {
    return POSITIVE;
  }

  /** Allows numbers between two bounds; the map is the logistic function, scaled. */
  public static Constraint interval(double lower, double upper) {
    if (!(lower < upper) || Double.isInfinite(lower) || Double.isInfinite(upper)) {
      throw new IllegalArgumentException(
          "An interval needs finite bounds in order, not " + lower + " and " + upper + ".");
    }
    return new Constraint(Kind.INTERVAL, lower, upper);
  }

  /** Allows numbers between 0 and 1. */
  public static Constraint unit() {
    return interval(0, 1);
  }

  /** Gives the greatest lower bound. */
  public double lower() {
    return lower;
  }

  /** Gives the least upper bound. */
  public double upper() {
    return upper;
  }

  /** Maps from the whole line into the interval, elementwise and differentiably. */
  public NDArray constrain(NDArray free) {
    return switch (kind) {
      case REAL -> free;
      case POSITIVE -> free.exp();
      case INTERVAL -> ai.djl.nn.Activation.sigmoid(free).mul(upper - lower).add(lower);
    };
  }

  /** Maps from the whole line into the interval. */
  public double constrain(double free) {
    return switch (kind) {
      case REAL -> free;
      case POSITIVE -> Math.exp(free);
      case INTERVAL -> lower + (upper - lower) / (1 + Math.exp(-free));
    };
  }

  /**
   * Maps from the interval to the whole line.
   *
   * @throws IllegalArgumentException if the value lies outside the interval
   */
  public double free(double value) {
    if (!(value > lower && value < upper)) {
      throw new IllegalArgumentException(
          value + " does not lie between " + lower + " and " + upper + ".");
    }
    return switch (kind) {
      case REAL -> value;
      case POSITIVE -> Math.log(value);
      case INTERVAL -> Math.log((value - lower) / (upper - value));
    };
  }

  @Override
  public String toString() {
    return switch (kind) {
      case REAL -> "real";
      case POSITIVE -> "positive";
      case INTERVAL -> "between " + lower + " and " + upper;
    };
  }
}
