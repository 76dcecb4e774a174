package org.deepcausalmmm.data.shape;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.QuotedText;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.config.DataPreparation.PeriodChoice;
import org.deepcausalmmm.data.table.DateSteps;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.Table.Row;
import org.jspecify.annotations.Nullable;

/** The step that makes the times of a table regular: weeks of one weekday, or months. */
final class Calendars {
  private final Table table;
  private final DataConfig roles;
  private final List<Finding> findings;
  private final List<LocalDate> dates;

  private Calendars(Table table, DataConfig roles, List<Finding> findings, List<LocalDate> dates) {
    this.table = table;
    this.roles = roles;
    this.findings = findings;
    this.dates = dates;
  }

  static Table regular(Table table, DataConfig roles, List<Finding> findings) {
    List<LocalDate> dates = dates(table, table.index(roles.time()));
    if (dates == null) {
      return DuplicateRows.settle(table, roles, findings);
    }
    return new Calendars(table, roles, findings, dates).regular();
  }

  /** Returns the date of each row; null if the column holds something else. */
  static @Nullable List<LocalDate> dates(Table table, int time) {
    List<LocalDate> dates = new ArrayList<>(table.rows().size());
    for (Row row : table.rows()) {
      String cell = row.cells().get(time);
      if (cell.length() != 10) {
        return null;
      }
      try {
        dates.add(LocalDate.parse(cell));
      } catch (DateTimeParseException e) {
        return null;
      }
    }
    return dates;
  }

  private Table regular() {
    Map<String, TreeSet<LocalDate>> byRegion = byRegion(table, roles, dates);
    PeriodChoice period = roles.preparation().period();
    if (byRegion.values().stream().allMatch(Calendars::weekly)) {
      Table aligned = WeekdayAlignment.align(table, roles, dates, byRegion, findings);
      if (period == PeriodChoice.MONTH) {
        throw DataCode.SHAPE_UNCLEAR.error(
            "%s holds weeks, and 'data.period' asks for months.".formatted(table.source()),
            "Give daily data, or leave data.period out: weeks do not divide months.");
      }
      return DuplicateRows.settle(aligned, roles, findings);
    }
    return switch (DateSteps.of(new TreeSet<>(dates))) {
      case MONTHS -> months(period);
      case DAYS -> {
        Table single = DuplicateRows.settle(table, roles, findings);
        List<LocalDate> days = dates(single, single.index(roles.time()));
        yield days == null
            ? single
            : new DayTotals(single, roles, days, period == PeriodChoice.MONTH).add(findings);
      }
      case WEEKS, IRREGULAR -> DuplicateRows.settle(table, roles, findings);
    };
  }

  /** Returns the dates of each region. */
  static Map<String, TreeSet<LocalDate>> byRegion(
      Table table, DataConfig roles, List<LocalDate> dates) {
    Integer geo = roles.geo() == null ? null : table.index(roles.geo());
    Map<String, TreeSet<LocalDate>> byRegion = new LinkedHashMap<>();
    for (int i = 0; i < dates.size(); i++) {
      byRegion
          .computeIfAbsent(Cells.region(table.rows().get(i), geo), r -> new TreeSet<>())
          .add(dates.get(i));
    }
    return byRegion;
  }

  private static boolean weekly(TreeSet<LocalDate> dates) {
    return dates.size() > 1 && DateSteps.of(dates) == DateSteps.WEEKS;
  }

  private Table months(PeriodChoice period) {
    if (period == PeriodChoice.WEEK) {
      throw DataCode.SHAPE_UNCLEAR.error(
          "%s holds months, and 'data.period' asks for weeks.".formatted(table.source()),
          "Leave data.period out to fit months, or give weekly or daily data.");
    }
    findings.add(
        DataCode.PERIOD_CHANGED.note(
            "The rows of %s are months.".formatted(QuotedText.of(table.source())),
            "They are fitted as months: lags, holdout and season count months."));
    boolean first = dates.stream().allMatch(date -> date.getDayOfMonth() == 1);
    Table monthly =
        first ? table : withTimes(dates.stream().map(d -> d.withDayOfMonth(1)).toList());
    return DuplicateRows.settle(monthly, roles, findings);
  }

  private Table withTimes(List<LocalDate> times) {
    return withTimes(table, table.index(roles.time()), times);
  }

  /** Returns a table with other times. */
  static Table withTimes(Table table, int time, List<LocalDate> times) {
    List<Row> rows = new ArrayList<>(times.size());
    for (int i = 0; i < times.size(); i++) {
      Row row = table.rows().get(i);
      List<String> cells = new ArrayList<>(row.cells());
      cells.set(time, times.get(i).toString());
      rows.add(new Row(row.line(), cells));
    }
    return table.withRows(rows);
  }
}
