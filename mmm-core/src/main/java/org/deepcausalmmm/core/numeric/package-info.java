/**
 * Numerics that every package of the core shares: vectors, order statistics, correlation,
 * triangular solves, and the order of regions, weeks and channels in flat arrays.
 *
 * <p>EJML and Hipparchus compute wherever they have the method.
 */
@NullMarked
package org.deepcausalmmm.core.numeric;

import org.jspecify.annotations.NullMarked;
