package org.deepcausalmmm.core.analysis;

/**
 * A component of the outcome; all components sum to the prediction.
 *
 * @param component {@code baseline}, {@code control:NAME}, {@code treatment:NAME} against its
 *     baseline, or {@code media:NAME} by the path split
 * @param value [region][week], in the outcome's units
 */
@SuppressWarnings("ArrayRecordComponent") // large numeric arrays, never compared
public record Contribution(String component, double[][] value) {}
