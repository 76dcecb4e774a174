package org.deepcausalmmm.data.estimate;

import org.deepcausalmmm.api.Edge;

/**
 * An estimated effect of one channel on another.
 *
 * @param weight effect of the parent's relative exposure on the child's; 0 in draws without the
 *     edge
 * @param probability the share of resampled data in which the edge was found
 */
public record EdgeEstimate(
    String from, String to, Interval weight, double probability, double decay, Edge.Kind kind) {}
