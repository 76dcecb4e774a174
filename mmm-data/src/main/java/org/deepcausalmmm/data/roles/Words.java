package org.deepcausalmmm.data.roles;

import java.util.List;
import java.util.Set;

/** Words parted by blanks and line ends. */
final class Words {
  private Words() {}

  static List<String> list(String text) {
    return List.of(text.strip().split("\\s+"));
  }

  static Set<String> set(String text) {
    return Set.copyOf(list(text));
  }
}
