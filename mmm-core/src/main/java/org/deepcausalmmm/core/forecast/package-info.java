/**
 * Forecasts: levels continue from the last observations, and how far each part of the model is
 * believed is learned on rolling origins inside the training weeks.
 */
@NullMarked
package org.deepcausalmmm.core.forecast;

import org.jspecify.annotations.NullMarked;
