package org.deepcausalmmm.core.analysis;

/**
 * Is what the model says at one draw of its parameters, summed over the weeks used for fitting.
 *
 * @param curve [channel][multiplier]: incremental outcome against spend 0, children follow
 * @param total [channel]: incremental outcome of the present spend, children follow
 * @param direct [channel]: the same with the others' exposures held
 * @param split [channel]: by the channel where the money entered; sums to all media
 * @param value [channel]: the total in money
 * @param marginalValue [channel]: what another percent of spend would bring, in money
 * @param kernel [channel][lag]
 * @param media [region][week] over all weeks, in units of the region's mean outcome
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record DrawEffects(
    double[][] curve,
    double[] total,
    double[] direct,
    double[] split,
    double[] value,
    double[] marginalValue,
    double[][] kernel,
    double[][] media) {}
