package org.deepcausalmmm.experiment.reading;

import org.deepcausalmmm.data.estimate.Interval;

/**
 * The lift by one method.
 *
 * @param lift outcome of the treated regions over the read-out less what it would have been without
 *     the treatment, with its 90% interval
 * @param standardError of the lift: the half-width of the interval over that of a normal one
 * @param p probability of a lift at least as large if there is no effect
 * @param predicted [period]: the treated regions without treatment
 * @param placebos the distribution of no effect
 * @param fitError root mean square error before the test, relative to the mean outcome
 * @param blockError the same of sums over a window as long as the read-out, predicted without it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record MethodReading(
    Interval lift,
    double standardError,
    double p,
    double[] predicted,
    Placebos placebos,
    double fitError,
    double blockError) {}
