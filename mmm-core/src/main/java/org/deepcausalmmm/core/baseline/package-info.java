/**
 * The baseline, integrated out: level, trend, season, controls and regional states, all linear and
 * Gaussian.
 */
@NullMarked
package org.deepcausalmmm.core.baseline;

import org.jspecify.annotations.NullMarked;
