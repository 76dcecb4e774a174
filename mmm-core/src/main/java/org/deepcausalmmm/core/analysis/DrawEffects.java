package org.deepcausalmmm.core.analysis;

/**
 * The media effects at one posterior draw of the parameters, summed over the training weeks.
 *
 * @param curve [channel][multiplier]: incremental outcome against spend 0, children follow
 * @param total [channel]: incremental outcome of the present spend, children follow
 * @param direct [channel]: the same with the others' exposures held
 * @param split [channel]: contribution by the path split, credited to the channel where the money
 *     entered; sums to all media
 * @param value [channel]: the total in money
 * @param marginalValue [channel]: incremental value of another percent of spend, in money
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
