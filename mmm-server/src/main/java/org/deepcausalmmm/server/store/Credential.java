package org.deepcausalmmm.server.store;

import org.deepcausalmmm.server.base.Role;
import org.jspecify.annotations.Nullable;

/**
 * A session or a token that is valid, and whose it is.
 *
 * @param role what the user may do with it
 * @param csrf what a page sends along with each change; null for a token, which no page of another
 *     site can send
 */
public record Credential(User user, Role role, @Nullable String csrf) {}
