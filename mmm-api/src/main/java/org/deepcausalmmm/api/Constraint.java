package org.deepcausalmmm.api;

import ai.djl.ndarray.NDArray;
import org.apiguardian.api.API;

/**
 * The open interval of a parameter's values, with the bijection from the whole line, on which the
 * core estimates it.
 *
 * @since API level 1
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

  /**
   * Returns the constraint that allows every number; the map is the identity.
   *
   * @since API level 1
   */
  public static Constraint real() {
    return REAL;
  }

  /**
   * Returns the constraint to numbers above 0; the map is the exponential.
   *
   * @since API level 1
   */
  public static Constraint positive() {
    return POSITIVE;
  }

  /**
   * Returns the constraint to numbers between two bounds; the map is the logistic function, scaled.
   *
   * @throws IllegalArgumentException if the bounds are infinite, NaN or not in order
   * @since API level 1
   */
  public static Constraint interval(double lower, double upper) {
    if (!(lower < upper) || Double.isInfinite(lower) || Double.isInfinite(upper)) {
      throw new IllegalArgumentException(
          "An interval needs finite bounds in order, not " + lower + " and " + upper + ".");
    }
    return new Constraint(Kind.INTERVAL, lower, upper);
  }

  /**
   * Returns the constraint to numbers between 0 and 1.
   *
   * @since API level 1
   */
  public static Constraint unit() {
    return interval(0, 1);
  }

  /**
   * Returns the lower bound, exclusive; minus infinity if there is none.
   *
   * @since API level 1
   */
  public double lower() {
    return lower;
  }

  /**
   * Returns the upper bound, exclusive; infinity if there is none.
   *
   * @since API level 1
   */
  public double upper() {
    return upper;
  }

  /**
   * Returns values within the interval for values on the whole line, elementwise with gradients.
   *
   * @since API level 1
   */
  public NDArray constrain(NDArray free) {
    return switch (kind) {
      case REAL -> free;
      case POSITIVE -> free.exp();
      case INTERVAL -> ai.djl.nn.Activation.sigmoid(free).mul(upper - lower).add(lower);
    };
  }

  /**
   * Returns the value within the interval for one on the whole line.
   *
   * @since API level 1
   */
  public double constrain(double free) {
    return switch (kind) {
      case REAL -> free;
      case POSITIVE -> Math.exp(free);
      case INTERVAL -> lower + (upper - lower) / (1 + Math.exp(-free));
    };
  }

  /**
   * Returns the derivative of the map from the whole line into the interval.
   *
   * @param free on the whole line
   * @since API level 3
   */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  public double slope(double free) {
    return switch (kind) {
      case REAL -> 1;
      case POSITIVE -> Math.exp(free);
      case INTERVAL -> {
        double share = 1 / (1 + Math.exp(-free));
        yield (upper - lower) * share * (1 - share);
      }
    };
  }

  /**
   * Returns the value on the whole line for one within the interval.
   *
   * @throws IllegalArgumentException if the value lies outside the interval or is NaN
   * @since API level 1
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
