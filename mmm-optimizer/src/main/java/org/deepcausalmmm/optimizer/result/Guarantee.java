package org.deepcausalmmm.optimizer.result;

/** What is proven about the distance from the optimum. */
public enum Guarantee {
  /** Proven to be within 0.01% of the best value. */
  EXACT,
  /** A larger gap is proven; the plan may still be the best. */
  BOUNDED,
  /** The best of several local searches; nothing is proven. */
  LOCAL
}
