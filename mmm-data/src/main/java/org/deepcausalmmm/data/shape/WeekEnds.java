package org.deepcausalmmm.data.shape;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.QuotedText;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.config.DataPreparation.WeekDate;
import org.deepcausalmmm.data.table.DateSteps;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.TimeNames;

/**
 * Weeks that are dated by their last day, dated by their first: holidays, joined files and plans
 * would otherwise lie a week late.
 */
final class WeekEnds {
  /** The days from the first to the last of a week. */
  static final int DAYS = 6;

  private static final List<String> NAMES = List.of("week", "week_start", "first_day_of_week");

  private WeekEnds() {}

  /** Returns the table with first days of weeks, under a name that says so. */
  static TidyTable toStarts(Table table, DataConfig roles, List<Finding> findings) {
    int time = table.index(roles.time());
    WeekDate choice = roles.preparation().weekDate();
    boolean last = choice.isLastDay(TimeNames.namesLastDay(roles.time()));
    List<LocalDate> dates = last ? Calendars.dates(table, time) : null;
    if (dates == null || !weekly(table, roles, dates)) {
      return new TidyTable(table, roles, List.of());
    }
    Table shifted =
        Calendars.withTimes(table, time, dates.stream().map(d -> d.minusDays(DAYS)).toList());
    String name =
        TimeNames.namesLastDay(roles.time())
            ? NAMES.stream().filter(n -> !table.has(n)).findFirst().orElse(roles.time())
            : roles.time();
    LocalDate first = dates.get(0);
    findings.add(
        DataCode.WEEKS_DATED_BY_END.warning(
            "Column '%s' dates each week by its last day, such as %s, a %s."
                .formatted(
                    QuotedText.of(roles.time()),
                    first,
                    first.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH)),
            "Weeks are dated by their first day instead, here %s; declare 'data: {week_date: first_day}' if the dates are first days."
                .formatted(first.minusDays(DAYS))));
    List<String> header =
        shifted.header().stream().map(c -> c.equals(roles.time()) ? name : c).toList();
    return new TidyTable(
        shifted.renamed(header),
        RenamedRoles.of(roles, column -> column.equals(roles.time()) ? name : column)
            .withPreparation(roles.preparation().withWeekDate(WeekDate.FIRST_DAY)),
        List.of());
  }

  private static boolean weekly(Table table, DataConfig roles, List<LocalDate> dates) {
    Map<String, TreeSet<LocalDate>> byRegion = Calendars.byRegion(table, roles, dates);
    return byRegion.values().stream()
        .allMatch(own -> own.size() > 1 && DateSteps.of(own) == DateSteps.WEEKS);
  }
}
