package org.deepcausalmmm.server.store;

import org.deepcausalmmm.server.base.Role;

/**
 * Somebody who may sign in.
 *
 * @param seq the place in the order of creation
 * @param created milliseconds since 1970
 */
public record User(String id, long seq, String name, Role role, boolean active, long created) {}
