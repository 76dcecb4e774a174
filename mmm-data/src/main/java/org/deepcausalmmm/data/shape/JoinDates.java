package org.deepcausalmmm.data.shape;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.QuotedText;
import org.deepcausalmmm.data.table.DateSteps;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.TimeNames;

/** Weeks that one file dates by their last day and another by their first, dated alike. */
final class JoinDates {
  private JoinDates() {}

  /**
   * Returns a table whose weeks are dated as those of the first table are.
   *
   * @param time the column of the time, as the first table names it
   * @param own what the table itself called it
   */
  static Table aligned(Table table, String time, String own, List<Finding> notes) {
    boolean last = TimeNames.namesLastDay(own);
    if (!table.has(time) || last == TimeNames.namesLastDay(time)) {
      return table;
    }
    int index = table.index(time);
    List<LocalDate> dates = Calendars.dates(table, index);
    if (dates == null || DateSteps.of(new TreeSet<>(dates)) != DateSteps.WEEKS) {
      return table;
    }
    int days = last ? -WeekEnds.DAYS : WeekEnds.DAYS;
    notes.add(
        DataCode.WEEKS_DATED_BY_END.warning(
            "Column '%s' of %s dates weeks by their %s day, '%s' by their %s."
                .formatted(
                    QuotedText.of(own),
                    QuotedText.of(table.source()),
                    last ? "last" : "first",
                    QuotedText.of(time),
                    last ? "first" : "last"),
            "Its dates were moved by %d days before the files were joined.".formatted(days)));
    return Calendars.withTimes(table, index, dates.stream().map(d -> d.plusDays(days)).toList());
  }
}
