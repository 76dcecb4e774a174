package org.deepcausalmmm.data.shape;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.NameList;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.Table.Row;

/** Days added up to weeks that begin on a Monday, or to months; partial ends are dropped. */
final class DayTotals {
  private final Table table;
  private final DataConfig roles;
  private final List<LocalDate> days;
  private final boolean months;
  private final Set<DayOfWeek> open = EnumSet.noneOf(DayOfWeek.class);

  DayTotals(Table table, DataConfig roles, List<LocalDate> days, boolean months) {
    this.table = table;
    this.roles = roles;
    this.days = days;
    this.months = months;
    days.forEach(day -> open.add(day.getDayOfWeek()));
  }

  /** Returns the table of weeks or months. */
  Table add(List<Finding> findings) {
    TreeMap<LocalDate, TreeSet<LocalDate>> seen = new TreeMap<>();
    days.forEach(day -> seen.computeIfAbsent(period(day), p -> new TreeSet<>()).add(day));
    List<String> dropped = new ArrayList<>();
    dropEnd(seen, true, dropped);
    dropEnd(seen, false, dropped);
    Map<String, List<Row>> groups = new LinkedHashMap<>();
    Map<String, LocalDate> periods = new LinkedHashMap<>();
    Integer geo = roles.geo() == null ? null : table.index(roles.geo());
    for (int i = 0; i < days.size(); i++) {
      Row row = table.rows().get(i);
      LocalDate period = period(days.get(i));
      if (seen.containsKey(period)) {
        String key = Cells.region(row, geo) + "\n" + period;
        groups.computeIfAbsent(key, k -> new ArrayList<>(7)).add(row);
        periods.put(key, period);
      }
    }
    Table merged = table.withRows(merge(groups, periods));
    findings.add(
        DataCode.PERIOD_CHANGED.note(
            "The rows of %s are days.".formatted(table.source()),
            "They were added up to %s: flows summed, stocks averaged%s."
                .formatted(
                    months ? "months" : "weeks from Monday on",
                    dropped.isEmpty()
                        ? ""
                        : ", partial ends dropped (" + NameList.list(dropped) + ")")));
    return Calendars.withTimes(
        merged, merged.index(roles.time()), new ArrayList<>(periods.values()));
  }

  private List<Row> merge(Map<String, List<Row>> groups, Map<String, LocalDate> periods) {
    RowMerger merger = new RowMerger(table, roles);
    List<Row> rows = new ArrayList<>(groups.size());
    groups.forEach(
        (key, group) -> {
          LocalDate period = periods.get(key);
          boolean complete = period != null && group.size() >= expected(period);
          rows.add(merger.merge(group, complete));
        });
    return rows;
  }

  private void dropEnd(
      TreeMap<LocalDate, TreeSet<LocalDate>> seen, boolean first, List<String> dropped) {
    if (seen.isEmpty()) {
      return;
    }
    LocalDate end = first ? seen.firstKey() : seen.lastKey();
    TreeSet<LocalDate> own = seen.getOrDefault(end, new TreeSet<>());
    if (own.size() < expected(end)) {
      dropped.add(own.first() + " to " + own.last());
      seen.remove(end);
    }
  }

  /** Returns how many days of a period the table can have: some businesses close on Sundays. */
  private int expected(LocalDate period) {
    int expected = 0;
    LocalDate next = months ? period.plusMonths(1) : period.plusWeeks(1);
    for (LocalDate day = period; day.isBefore(next); day = day.plusDays(1)) {
      expected += open.contains(day.getDayOfWeek()) ? 1 : 0;
    }
    return expected;
  }

  private LocalDate period(LocalDate day) {
    return months
        ? day.withDayOfMonth(1)
        : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }
}
