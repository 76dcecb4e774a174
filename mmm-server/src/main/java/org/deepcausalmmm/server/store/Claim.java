package org.deepcausalmmm.server.store;

/**
 * A job that a server works on. What a server says of a job counts only while owner and attempt are
 * those of the claim: one that lost its job changes nothing.
 */
public record Claim(Job job, String owner, int attempt) {}
