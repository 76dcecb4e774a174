package org.deepcausalmmm.data;

import java.util.List;

/** Lists of names in messages. */
public final class NameList {
  private static final int MOST = 12;

  /** What a message may quote of a user's file. */
  private static final int MOST_CHARACTERS = 450;

  private NameList() {}

  /** Returns names joined by commas, a long list cut. */
  public static String list(List<String> names) {
    return joined(names, "");
  }

  /** Returns names in quotation marks, a long list cut. */
  public static String quoted(List<String> names) {
    return joined(names, "'");
  }

  /** Returns names joined by commas, as many as some characters hold, and at least one. */
  public static String within(List<String> names, int characters) {
    return joined(names, "", names.size(), characters);
  }

  private static String joined(List<String> names, String mark) {
    return joined(names, mark, MOST, MOST_CHARACTERS);
  }

  private static String joined(List<String> names, String mark, int most, int characters) {
    StringBuilder shown = new StringBuilder();
    int count = 0;
    for (String name : names) {
      String quoted = mark + (mark.isEmpty() ? name : QuotedText.of(name)) + mark;
      boolean full = shown.length() + quoted.length() > characters || count == most;
      if (full && count > 0) {
        return shown + " and " + (names.size() - count) + " more";
      }
      shown.append(count == 0 ? "" : ", ").append(full ? QuotedText.of(quoted) : quoted);
      count++;
    }
    return shown.toString();
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
