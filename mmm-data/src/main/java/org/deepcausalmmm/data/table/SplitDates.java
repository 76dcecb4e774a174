package org.deepcausalmmm.data.table;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.QuotedText;
import org.deepcausalmmm.data.table.Table.Row;
import org.jspecify.annotations.Nullable;

/** Times that stand in two columns, a year and a week or a month, joined to dates. */
final class SplitDates {
  private static final Set<String> YEARS = Set.of("year", "yr", "jahr", "iso_year", "isoyear");
  private static final Set<String> WEEKS =
      Set.of("week", "wk", "week_number", "weeknum", "week_nr", "week_of_year", "kw", "iso_week");
  private static final Set<String> MONTHS = Set.of("month", "monat", "month_number", "mes", "mois");

  private SplitDates() {}

  /** Returns the table with joined dates, if it has no column of dates; else as it is. */
  static Table join(Table table) {
    int year = position(table, YEARS, 1900, 2199);
    int week = position(table, WEEKS, 1, 53);
    int month = position(table, MONTHS, 1, 12);
    month = month < 0 ? named(table) : month;
    boolean weekly = week >= 0;
    int part = weekly ? week : month;
    if (year < 0 || part < 0 || hasDates(table)) {
      return table;
    }
    List<Row> rows = new ArrayList<>(table.rows().size());
    for (Row row : table.rows()) {
      LocalDate date = date(whole(row, year), part(row, part), weekly);
      if (date == null) {
        return table;
      }
      List<String> cells = new ArrayList<>(row.cells());
      cells.set(part, date.toString());
      rows.add(new Row(row.line(), cells));
    }
    List<Finding> notes = new ArrayList<>(table.notes());
    notes.add(
        DataCode.RESHAPED.note(
            "Columns '%s' and '%s' of %s hold the time."
                .formatted(
                    QuotedText.of(table.header().get(year)),
                    QuotedText.of(table.header().get(part)),
                    table.source()),
            weekly
                ? "They were joined to the Mondays of ISO weeks."
                : "They were joined to the first days of months."));
    return new Table(
        table.source(), table.header(), rows, table.unreadable(), notes, table.percents());
  }

  private static boolean hasDates(Table table) {
    Row first = table.rows().get(0);
    return first.cells().stream().anyMatch(cell -> DateForm.ISO.parse(cell) != null);
  }

  private static int position(Table table, Set<String> names, int least, int most) {
    for (int c = 0; c < table.header().size(); c++) {
      int column = c;
      boolean named = names.contains(String.join("_", TimeNames.words(table.header().get(c))));
      if (named
          && table.rows().stream()
              .allMatch(row -> whole(row, column) >= least && whole(row, column) <= most)) {
        return c;
      }
    }
    return -1;
  }

  /** Returns the column that names months in words; -1 if there is none. */
  private static int named(Table table) {
    for (int c = 0; c < table.header().size(); c++) {
      int column = c;
      boolean named = MONTHS.contains(String.join("_", TimeNames.words(table.header().get(c))));
      if (named
          && table.rows().stream()
              .allMatch(row -> MonthNames.month(row.cells().get(column).replace(".", "")) > 0)) {
        return c;
      }
    }
    return -1;
  }

  /** Returns the number of a week or month, or of a month that is named. */
  private static int part(Row row, int column) {
    int number = whole(row, column);
    return number >= 0 ? number : MonthNames.month(row.cells().get(column).replace(".", ""));
  }

  /** Returns a whole number; -1 if the cell holds something else. */
  private static int whole(Row row, int column) {
    String cell = row.cells().get(column);
    return cell.matches("\\d{1,4}(\\.0+)?") ? (int) Double.parseDouble(cell) : -1;
  }

  private static @Nullable LocalDate date(int year, int part, boolean weekly) {
    return weekly
        ? DateForm.ISO_WEEK.parse("%d-W%02d".formatted(year, part))
        : YearMonth.of(year, part).atDay(1);
  }
}
