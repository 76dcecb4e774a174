/**
 * Forecasts: levels continue from the last observations, and the weights of the components are
 * estimated on rolling origins inside the training weeks.
 */
@NullMarked
package org.deepcausalmmm.core.forecast;

import org.jspecify.annotations.NullMarked;
