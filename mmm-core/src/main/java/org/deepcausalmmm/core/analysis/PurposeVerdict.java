package org.deepcausalmmm.core.analysis;

/**
 * Whether the figures of a run should be used for a purpose.
 *
 * @param purpose attribution, forecast or planning
 * @param reason the reason in one sentence
 */
public record PurposeVerdict(String purpose, HealthCheck.Verdict verdict, String reason) {}
