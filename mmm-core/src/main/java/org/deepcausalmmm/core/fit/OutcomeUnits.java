package org.deepcausalmmm.core.fit;

import ai.djl.ndarray.NDArray;

/**
 * The units of the relative outcome.
 *
 * @param share [region, week]: share of the total outcome in a unit of relative outcome
 * @param value [region, week]: money value of a unit of relative outcome
 */
record OutcomeUnits(NDArray share, NDArray value) {}
