package org.deepcausalmmm.optimizer;

import java.util.OptionalDouble;

/**
 * The best outcome that a budget allows.
 *
 * @param spend what of the budget is spent
 * @param value incremental outcome
 * @param upperBound what no allowed plan exceeds; empty if nothing is proven
 */
public record FrontierPoint(double budget, double spend, double value, OptionalDouble upperBound) {}
