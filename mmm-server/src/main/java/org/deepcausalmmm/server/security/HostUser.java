package org.deepcausalmmm.server.security;

import org.deepcausalmmm.server.base.Role;

/**
 * A user of a host application.
 *
 * @param name unique, at most 100 characters; the audit shows it
 * @param role what the user may do
 */
public record HostUser(String name, Role role) {}
