package org.deepcausalmmm.core.analysis;

import org.deepcausalmmm.data.estimate.Interval;

/**
 * The effect of a treatment other than media, such as price or promotion.
 *
 * @param baseline the value against which it is measured
 * @param contribution expected outcome of the observed training cells less that with the treatment
 *     at its baseline everywhere, in the outcome's units
 * @param share the contribution relative to the observed outcome
 */
public record TreatmentEffect(
    String treatment, double baseline, Interval contribution, Interval share) {}
