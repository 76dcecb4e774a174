package org.deepcausalmmm.server.store;

/**
 * A project: what its members share.
 *
 * @param seq its place in the order of creation
 * @param created milliseconds since 1970
 * @param createdBy the user's name
 */
public record Project(
    String id, long seq, String name, String description, long created, String createdBy) {}
