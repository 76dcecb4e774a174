package org.deepcausalmmm.optimizer.solve;

import java.util.OptionalDouble;

/**
 * A plan that a solver found.
 *
 * @param plan [decision]: money, whole cents
 * @param value what it earns
 * @param upperBound what no allowed plan exceeds; empty if nothing is proven
 * @param method how it was found, for reports
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
public record Solution(double[] plan, double value, OptionalDouble upperBound, String method) {}
