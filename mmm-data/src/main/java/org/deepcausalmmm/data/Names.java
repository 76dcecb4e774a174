package org.deepcausalmmm.data;

import java.util.List;

/** Writes names into messages. */
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

  /** Names a region in a week, and what is there. */
  static String cell(Panel panel, int region, int week, Object what) {
    return (panel.regionCount() == 1 ? "" : "region " + panel.regions().get(region) + " ")
        + "week "
        + panel.weeks().label(week)
        + " ("
        + what
        + ")";
  }
}
