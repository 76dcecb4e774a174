package org.deepcausalmmm.server.base;

import java.util.Locale;
import java.util.Optional;

/** What a user may do: each role may do all that the ones before it may. */
public enum Role {
  /** Reads. */
  VIEWER,
  /** Changes data, runs and plans of own projects. */
  ANALYST,
  /** Manages users and sees every project. */
  ADMIN;

  /** Returns whether this role may do what another one may. */
  public boolean covers(Role other) {
    return compareTo(other) >= 0;
  }

  /** Returns the lesser of two roles. */
  public Role atMost(Role other) {
    return covers(other) ? other : this;
  }

  /** Returns the role as the API writes it, such as {@code viewer}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Finds the role that the API writes so. */
  public static Optional<Role> of(String text) {
    for (Role role : values()) {
      if (role.text().equals(text)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
