package org.deepcausalmmm.data.panel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.Period;
import org.deepcausalmmm.data.QuotedText;
import org.deepcausalmmm.data.Weeks;
import org.deepcausalmmm.data.table.NumberText;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.Table.Row;
import org.deepcausalmmm.data.table.TimeNames;

/**
 * The week of each row of a table.
 *
 * @param weeks the weeks from the first to the last, those without rows included
 * @param position [row]: the position of the row's week
 * @param distinct how many weeks have rows
 */
@SuppressWarnings("ArrayRecordComponent") // local to the reader, never compared
record WeekIndex(Weeks weeks, int[] position, int distinct) {
  private static final Pattern DATE =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})([ T]00:00(:00(\\.0+)?)?Z?)?");
  private static final Pattern NUMBER = Pattern.compile("(-?\\d{1,9})(\\.0+)?");

  private static final Set<String> MONTHS =
      Set.of("month", "months", "id", "no", "nr", "number", "monat", "mois", "mes", "mese");

  /** Reads the column of the time: ISO dates or whole numbers. */
  static WeekIndex of(Table table, int column) {
    List<Row> rows = table.rows();
    MmmException unreadable = table.unreadable().get(table.header().get(column));
    if (unreadable != null) {
      throw unreadable;
    }
    boolean dated = DATE.matcher(rows.get(0).cells().get(column)).matches();
    boolean numbered = NUMBER.matcher(rows.get(0).cells().get(column)).matches();
    if (numbered && MONTHS.containsAll(TimeNames.words(table.header().get(column)))) {
      throw DataCode.TIME_FORMAT.error(
          "%s: column '%s' numbers its months, and running numbers count weeks."
              .formatted(table.source(), QuotedText.of(table.header().get(column))),
          "Write the first day of each month, as in 2024-01-01.");
    }
    long[] instants = new long[rows.size()];
    TreeSet<Long> distinct = new TreeSet<>();
    for (int i = 0; i < instants.length; i++) {
      Row row = rows.get(i);
      instants[i] = dated ? day(table, row, column) : number(table, row, column);
      distinct.add(instants[i]);
    }
    if (dated && monthly(distinct)) {
      requireEveryMonth(table, column, distinct);
      return months(instants, distinct);
    }
    long spacing = dated ? 7 : 1;
    checkSpacing(table, column, instants, distinct, spacing);
    long first = distinct.first();
    int[] position = new int[instants.length];
    for (int i = 0; i < instants.length; i++) {
      position[i] = (int) ((instants[i] - first) / spacing);
    }
    int count = (int) ((distinct.last() - first) / spacing) + 1;
    Weeks weeks =
        dated ? Weeks.from(LocalDate.ofEpochDay(first), count) : Weeks.from((int) first, count);
    return new WeekIndex(weeks, position, distinct.size());
  }

  /** Returns whether all dates are first days of months, as {@code Tidier} writes months. */
  private static boolean monthly(TreeSet<Long> distinct) {
    return distinct.size() > 1
        && distinct.stream().allMatch(day -> LocalDate.ofEpochDay(day).getDayOfMonth() == 1);
  }

  private static void requireEveryMonth(Table table, int column, TreeSet<Long> distinct) {
    long least = Long.MAX_VALUE;
    LocalDate previous = null;
    for (long day : distinct) {
      LocalDate date = LocalDate.ofEpochDay(day);
      least = previous == null ? least : Math.min(least, Period.MONTH.between(previous, date));
      previous = date;
    }
    if (least > 1) {
      throw DataCode.TIME_SPACING.error(
          "%s: the rows of column '%s' are at least %d months apart."
              .formatted(table.source(), QuotedText.of(table.header().get(column)), least),
          "Give monthly or weekly data: quarters are too few, and too long for what media do.");
    }
  }

  private static WeekIndex months(long[] instants, TreeSet<Long> distinct) {
    LocalDate first = LocalDate.ofEpochDay(distinct.first());
    int[] position = new int[instants.length];
    for (int i = 0; i < instants.length; i++) {
      position[i] = (int) Period.MONTH.between(first, LocalDate.ofEpochDay(instants[i]));
    }
    int count = (int) Period.MONTH.between(first, LocalDate.ofEpochDay(distinct.last())) + 1;
    return new WeekIndex(Weeks.months(first, count), position, distinct.size());
  }

  private static long day(Table table, Row row, int column) {
    var match = DATE.matcher(cell(table, row, column));
    if (match.matches()) {
      try {
        return LocalDate.parse(match.group(1)).toEpochDay();
      } catch (DateTimeException e) {
        throw DataCode.TIME_FORMAT.error(
            "%s: '%s' is not a date of the calendar."
                .formatted(NumberText.place(table, row, column), match.group(1)),
            "Correct the month or the day.",
            e);
      }
    }
    throw unreadable(table, row, column);
  }

  private static long number(Table table, Row row, int column) {
    var match = NUMBER.matcher(cell(table, row, column));
    if (match.matches()) {
      return Long.parseLong(match.group(1));
    }
    throw unreadable(table, row, column);
  }

  private static String cell(Table table, Row row, int column) {
    String cell = row.cells().get(column);
    if (cell.isEmpty()) {
      throw DataCode.KEY_EMPTY.error(
          "%s is empty.".formatted(NumberText.place(table, row, column)),
          "Every row needs its week; remove the row if it holds a total.");
    }
    return cell;
  }

  private static MmmException unreadable(Table table, Row row, int column) {
    return DataCode.TIME_FORMAT.error(
        "%s: '%s' is no date or number of a week, or of another kind than the other rows."
            .formatted(
                NumberText.place(table, row, column), QuotedText.of(row.cells().get(column))),
        "Write the first day of each week as in 2024-01-29, or number the weeks 1, 2, 3.");
  }

  private static void checkSpacing(
      Table table, int column, long[] instants, TreeSet<Long> distinct, long spacing) {
    long least = Long.MAX_VALUE;
    long first = distinct.first();
    long previous = first;
    for (long instant : distinct.tailSet(first, false)) {
      long gap = instant - previous;
      least = Math.min(least, gap);
      if (gap % spacing != 0) {
        throw irregular(table, column, instants, instant, gap);
      }
      previous = instant;
    }
    String name = table.header().get(column);
    if (distinct.size() > 1 && least > spacing) {
      throw DataCode.TIME_SPACING.error(
          "%s: the rows of column '%s' are at least %d weeks apart."
              .formatted(table.source(), name, least / spacing),
          spacing == 1
              ? "Number the weeks 1, 2, 3, or write their first days as in 2024-01-29: numbers such"
                  + " as 20240129 or 45320 are not read as dates."
              : "Give weeks, months or days: amounts of longer periods cannot be split. Sum all"
                  + " columns by month if the periods are months.");
    }
    long span = (distinct.last() - distinct.first()) / spacing + 1;
    if (span > 2L * distinct.size() + 1) {
      Row far = table.rows().get(farthest(instants, distinct));
      throw DataCode.TIME_SPACING.error(
          "%s: %s lies farthest from the other weeks: they span %d weeks, of which only %d have rows."
              .formatted(
                  NumberText.place(table, far, column),
                  far.cells().get(column),
                  span,
                  distinct.size()),
          "Look for a mistyped year; write weeks numbered like 202452 as dates.");
    }
    int jump = yearWeekJump(distinct, spacing);
    if (jump > 0) {
      throw DataCode.TIME_SPACING.error(
          "%s: column '%s' jumps from %d to the next year, so it holds years and weeks, not a"
                  .formatted(table.source(), name, jump)
              + " running number.",
          "Write the first day of each week as in 2024-01-29, or number the weeks 1, 2, 3.");
    }
  }

  /** Returns the first row whose week is farthest from the median of all. */
  private static int farthest(long[] instants, TreeSet<Long> distinct) {
    long median = List.copyOf(distinct).get(distinct.size() / 2);
    int farthest = 0;
    for (int i = 1; i < instants.length; i++) {
      if (Math.abs(instants[i] - median) > Math.abs(instants[farthest] - median)) {
        farthest = i;
      }
    }
    return farthest;
  }

  /** Returns the last week of a year if the numbers look like 202452, 202501; 0 if not. */
  private static int yearWeekJump(TreeSet<Long> distinct, long spacing) {
    for (long number : distinct) {
      Long next = distinct.higher(number);
      boolean lastOfYear = number % 100 == 52 || number % 100 == 53;
      if (spacing == 1
          && next != null
          && lastOfYear
          && number / 100 >= 1900
          && next == (number / 100 + 1) * 100 + 1) {
        return (int) number;
      }
    }
    return 0;
  }

  private static MmmException irregular(
      Table table, int column, long[] instants, long instant, long gap) {
    int row = 0;
    while (instants[row] != instant) {
      row++;
    }
    return DataCode.TIME_SPACING.error(
        "%s: %s is %d %s after the week before it, not a multiple of 7 days."
            .formatted(
                NumberText.place(table, table.rows().get(row), column),
                LocalDate.ofEpochDay(instant),
                gap,
                gap == 1 ? "day" : "days"),
        gap == 1
            ? "Add daily data up to weeks, each dated by its first day."
            : "Give weekly data, every region dated by the same day of the week.");
  }
}
