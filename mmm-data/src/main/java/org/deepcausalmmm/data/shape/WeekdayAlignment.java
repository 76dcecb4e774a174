package org.deepcausalmmm.data.shape;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.NameList;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.table.Table;

/** Weeks of regions that begin on different weekdays, moved to that of most regions. */
final class WeekdayAlignment {
  private WeekdayAlignment() {}

  /**
   * Aligns weeks.
   *
   * @param dates the date of each row
   * @param byRegion the dates of each region, whole weeks apart
   */
  static Table align(
      Table table,
      DataConfig roles,
      List<LocalDate> dates,
      Map<String, TreeSet<LocalDate>> byRegion,
      List<Finding> findings) {
    Map<DayOfWeek, List<String>> regions = new EnumMap<>(DayOfWeek.class);
    byRegion.forEach(
        (region, own) ->
            regions
                .computeIfAbsent(own.first().getDayOfWeek(), d -> new ArrayList<>())
                .add(region));
    if (regions.size() == 1) {
      return table;
    }
    DayOfWeek common = DayOfWeek.MONDAY;
    for (DayOfWeek day : regions.keySet()) {
      int most = regions.getOrDefault(common, List.of()).size();
      common = regions.getOrDefault(day, List.of()).size() > most ? day : common;
    }
    for (Map.Entry<DayOfWeek, List<String>> entry : regions.entrySet()) {
      if (entry.getKey() != common) {
        int shift = shift(entry.getKey(), common);
        findings.add(
            DataCode.WEEKDAYS_ALIGNED.warning(
                "Weeks begin on a %s in %s, on a %s elsewhere."
                    .formatted(
                        name(entry.getKey()), NameList.quoted(entry.getValue()), name(common)),
                "They were moved by %d %s."
                    .formatted(shift, Math.abs(shift) == 1 ? "day" : "days")));
      }
    }
    DayOfWeek target = common;
    return Calendars.withTimes(
        table,
        table.index(roles.time()),
        dates.stream().map(d -> d.plusDays(shift(d.getDayOfWeek(), target))).toList());
  }

  /** Returns by how many days, at most three, a weekday is from another. */
  private static int shift(DayOfWeek from, DayOfWeek to) {
    int ahead = Math.floorMod(to.getValue() - from.getValue(), 7);
    return ahead > 3 ? ahead - 7 : ahead;
  }

  private static String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }
}
