package org.deepcausalmmm.data.source;

import org.jspecify.annotations.Nullable;

/**
 * What a user decides of the roles of columns without a configuration.
 *
 * @param accept whether columns that may be channels are left out without an error
 * @param outcome the column of the outcome; null to detect it
 */
public record RoleChoice(boolean accept, @Nullable String outcome) {

  /** Returns a choice that leaves everything to detection. */
  public static RoleChoice detected() {
    return new RoleChoice(false, null);
  }
}
