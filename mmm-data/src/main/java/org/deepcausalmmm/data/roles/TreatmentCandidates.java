package org.deepcausalmmm.data.roles;

import java.util.List;
import org.deepcausalmmm.data.table.TimeNames;

/** Controls whose names say that the company sets them: its prices, discounts and promotions. */
final class TreatmentCandidates {
  private TreatmentCandidates() {}

  /** Returns whether a name is one of them, and not somebody else's price. */
  static boolean named(String column) {
    List<String> words = TimeNames.words(column);
    return words.stream().anyMatch(ContextWords.SET_BY_COMPANY::contains)
        && words.stream()
            .noneMatch(
                w ->
                    w.equals("control")
                        || ContextWords.NOT_OWN.contains(w)
                        || ContextWords.RIVALS.contains(w));
  }
}
