package org.deepcausalmmm.core.experiment;

import org.deepcausalmmm.data.config.ExperimentConfig;

/**
 * An experiment in the indices of a panel.
 *
 * @param regions the treated regions
 * @param from the first week of the treatment
 * @param to the week after its last
 * @param end the week after the last of the read-out
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PlacedExperiment(
    ExperimentConfig config, int channel, int[] regions, int from, int to, int end) {}
