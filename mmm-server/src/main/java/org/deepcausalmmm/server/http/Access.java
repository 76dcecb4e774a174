package org.deepcausalmmm.server.http;

import org.deepcausalmmm.server.base.Role;

/** Who may use a route. */
public enum Access {
  /** Everybody, signed in or not. */
  PUBLIC,
  /** Every user; in a project, its members. */
  VIEWER,
  /** Analysts and administrators. */
  ANALYST,
  /** Administrators. */
  ADMIN;

  /** Returns whether a role may use the route. */
  public boolean allows(Role role) {
    return this == PUBLIC || role.covers(Role.valueOf(name()));
  }
}
