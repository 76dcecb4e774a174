package org.deepcausalmmm.core.analysis;

import org.deepcausalmmm.data.estimate.Interval;

/**
 * The posterior of one parameter: a row of the parameter table.
 *
 * @param component the kind and type, for example {@code saturation:hill}
 * @param region empty unless the parameter varies by region
 * @param channel empty unless the parameter varies by channel
 */
public record ParameterEstimate(
    String component,
    String parameter,
    String region,
    String channel,
    Interval value,
    String unit) {}
