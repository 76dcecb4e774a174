package org.deepcausalmmm.core.simulation;

/**
 * Is an edge of a simulated world: the parent's relative exposure, carried over, raises the
 * child's.
 *
 * @param weight effect in units of the mean exposures that the channels' own money buys
 */
public record TrueEdge(int from, int to, double weight, double decay) {}
