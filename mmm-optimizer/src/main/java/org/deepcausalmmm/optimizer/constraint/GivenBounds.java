package org.deepcausalmmm.optimizer.constraint;

import java.util.HashMap;
import java.util.Map;
import org.deepcausalmmm.optimizer.problem.OptimizerErrors;

/**
 * The bounds that a constraints file sets, each a cell's or a channel's.
 *
 * <p>Several rules may bound one quantity. They hold together: the narrowest counts, and rules that
 * leave nothing are refused.
 */
final class GivenBounds {
  private final Map<Object, Bounds> bounds = new HashMap<>();

  /**
   * The bounds of a quantity.
   *
   * @param lower the least amount, 0 if none was given
   * @param upper the greatest amount, infinite if none was given
   * @param where the rule that set them last, for messages
   */
  record Bounds(double lower, double upper, String where) {
    Bounds and(Bounds other) {
      return new Bounds(Math.max(lower, other.lower), Math.min(upper, other.upper), other.where);
    }

    /** Returns the upper bound, or another one if none was given. */
    double upperOr(double otherwise) {
      return Double.isInfinite(upper) ? otherwise : upper;
    }
  }

  /**
   * Narrows the bounds of a quantity and returns what the rules so far allow.
   *
   * @param key the index of a cell, or the name of a channel for its sum
   * @param label the quantity, for messages
   * @throws org.deepcausalmmm.api.MmmException MMM-CONFIG-301 if the new bounds exclude each other,
   *     MMM-CONFIG-311 if they exclude those of an earlier rule
   */
  Bounds narrow(Object key, String label, Bounds added) {
    if (added.lower() > added.upper()) {
      throw OptimizerErrors.crossedBounds(label, added.lower(), added.upper());
    }
    Bounds before = bounds.get(key);
    Bounds both = before == null ? added : before.and(added);
    if (before != null && both.lower() > both.upper()) {
      throw OptimizerErrors.contradiction(
          added.where(), label, range(added), before.where() + " allows " + range(before));
    }
    bounds.put(key, both);
    return both;
  }

  private static String range(Bounds bounds) {
    return OptimizerErrors.range(bounds.lower(), bounds.upper());
  }
}
