package org.deepcausalmmm.server.store;

import org.deepcausalmmm.server.base.Role;
import org.jspecify.annotations.Nullable;

/**
 * A token of the API, without its secret.
 *
 * @param expires milliseconds since 1970; null for one that does not
 */
public record ApiToken(
    String id, long seq, String name, Role role, long created, @Nullable Long expires) {}
