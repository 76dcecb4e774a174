package org.deepcausalmmm.data;

import java.util.List;
import java.util.stream.Collectors;

/** Writes names into messages. */
public final class NameList {
  private static final int MOST = 12;

  private NameList() {}

  /** Joins names by commas and cuts a long list. */
  public static String list(List<String> names) {
    String shown =
        names.stream().limit(MOST).map(QuotedText::of).collect(Collectors.joining(", "));
    return names.size() <= MOST ? shown : shown + " and " + (names.size() - MOST) + " more";
  }

  /** Returns names in quotation marks, a long list cut. */
  public static String quoted(List<String> names) {
    String shown =
        names.stream()
            .limit(MOST)
            .map(name -> "'" + QuotedText.of(name) + "'")
            .collect(Collectors.joining(", "));
    return names.size() <= MOST ? shown : shown + " and " + (names.size() - MOST) + " more";
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
