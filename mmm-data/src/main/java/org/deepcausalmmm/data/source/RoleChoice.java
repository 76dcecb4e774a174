package org.deepcausalmmm.data.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a user decides of the roles of columns without a configuration.
 *
 * @param accept whether columns that may be channels are left out without an error
 * @param outcome the column of the outcome; null to detect it
 * @param others outcomes of other fits, which play no role in this one
 */
public record RoleChoice(boolean accept, @Nullable String outcome, List<String> others) {
  public RoleChoice {
    others = List.copyOf(others);
  }

  /** Creates the choice of a single outcome. */
  public RoleChoice(boolean accept, @Nullable String outcome) {
    this(accept, outcome, List.of());
  }

  /** Returns a choice that leaves everything to detection. */
  public static RoleChoice detected() {
    return new RoleChoice(false, null);
  }
}
