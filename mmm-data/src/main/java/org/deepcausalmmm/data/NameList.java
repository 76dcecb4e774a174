package org.deepcausalmmm.data;

import java.util.List;

/** Writes names into messages. */
public final class NameList {
  private static final int MOST = 12;

  private NameList() {}

  /** Joins names by commas and cuts a long list. */
  public static String list(List<String> names) {
    if (names.size() <= MOST) {
      return String.join(", ", names);
    }
    return String.join(", ", names.subList(0, MOST)) + " and " + (names.size() - MOST) + " more";
  }

  /** Returns a region, a week and the value there, for messages. */
  public static String cell(Panel panel, int region, int week, Object what) {
    return (panel.regionCount() == 1 ? "" : "region " + panel.regions().get(region) + " ")
        + "week "
        + panel.weeks().label(week)
        + " ("
        + what
        + ")";
  }
}
