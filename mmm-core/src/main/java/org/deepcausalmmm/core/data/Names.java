package org.deepcausalmmm.core.data;

import java.util.List;

/** Writes lists of names into messages. */
final class Names {
  private static final int MOST = 12;

  private Names() {}

  /** Joins names by commas and cuts a long list. */
  static String list(List<String> names) {
    if (names.size() <= MOST) {
      return String.join(", ", names);
    }
    return String.join(", ", names.subList(0, MOST)) + " and " + (names.size() - MOST) + " more";
  }
}
