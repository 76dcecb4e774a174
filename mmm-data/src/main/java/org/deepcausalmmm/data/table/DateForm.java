package org.deepcausalmmm.data.table;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The forms in which a column may write its dates, the likeliest first. */
enum DateForm {
  ISO("year-month-day", "(?<y>\\d{4})[-/.](?<m>\\d{1,2})[-/.](?<d>\\d{1,2})"),
  COMPACT("yearmonthday", "(?<y>(?:19|20)\\d{2})(?<m>\\d{2})(?<d>\\d{2})(?:\\.0+)?"),
  DAY_FIRST("day/month/year", "(?<d>\\d{1,2})(?<s>[-/.])(?<m>\\d{1,2})\\k<s>(?<y>\\d{4}|\\d{2})"),
  MONTH_FIRST("month/day/year", "(?<m>\\d{1,2})(?<s>[-/.])(?<d>\\d{1,2})\\k<s>(?<y>\\d{4}|\\d{2})"),
  DAY_NAME_YEAR(
      "day month year",
      "(?<d>\\d{1,2})\\.?[ /-]?(?<name>\\p{L}{3,10})\\.?,?[ /-]?(?<y>\\d{4}|\\d{2})"),
  NAME_DAY_YEAR(
      "month day, year", "(?<name>\\p{L}{3,10})\\.?[ /-](?<d>\\d{1,2}),?[ /-](?<y>\\d{4})"),
  YEAR_NAME_DAY("year month day", "(?<y>\\d{4})[ /-](?<name>\\p{L}{3,10})\\.?[ /-](?<d>\\d{1,2})"),
  ISO_WEEK(
      "ISO week", "(?<y>\\d{4})[- ]?(?:W|KW|CW|wk|week)[- ]?(?<w>\\d{1,2})(?:-?(?<wd>[1-7]))?"),
  WEEK_YEAR(
      "week and year", "(?:W|KW|CW|wk|week)[- ]?(?<w>\\d{1,2})[,/ -]*'?(?<y>\\d{4}|(?<=')\\d{2})"),
  YEAR_MONTH("year and month", "(?<y>\\d{4})(?:[-/]|-?M)(?<m>\\d{1,2})"),
  MONTH_YEAR("month and year", "(?<m>\\d{1,2})[-/](?<y>\\d{4})"),
  NAME_YEAR("month and year", "(?<name>\\p{L}{3,10})\\.?[ /,'-]*(?<y>\\d{4}|\\d{2})"),
  YEAR_NAME("year and month", "(?<y>\\d{4})[ /-](?<name>\\p{L}{3,10})\\.?"),
  QUARTER(
      "quarters",
      "(?:(?<y>\\d{4})[- /]?[QT](?<q>[1-4])|[QT](?<q2>[1-4])[- /]?(?<y2>\\d{4})"
          + "|(?<q3>[1-4])\\.? ?(?:Quartal|trimestre) (?<y3>\\d{4}))"),
  COMPACT_MONTH("yearmonth", "(?<y>(?:19|20)\\d{2})(?<m>\\d{2})(?:\\.0+)?"),
  COMPACT_WEEK("yearweek", "(?<y>(?:19|20)\\d{2})(?<w>\\d{2})(?:\\.0+)?"),
  EXCEL("Excel's number of days", "(?<serial>[2-6]\\d{4})(?:\\.\\d+)?"),
  UNIX("seconds since 1970", "(?<sec>[1-9]\\d{8,9})(?:\\.0+)?"),
  UNIX_MILLIS("milliseconds since 1970", "(?<ms>[1-9]\\d{11,12})(?:\\.0+)?");

  /** Excel counts a 29 February 1900 that was none, so its day 0 is 1899-12-30. */
  private static final LocalDate EXCEL_ZERO = LocalDate.of(1899, 12, 30);

  private static final Pattern TIME =
      Pattern.compile(
          "(?:T| +|, *)\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?(?: ?[AaPp]\\.?[Mm]\\.?)?"
              + "(?: ?(?:Z|UTC|GMT|[-+]\\d{2}:?\\d{2}))?$");
  private static final Pattern WEEKDAY =
      Pattern.compile(
          "^(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|montag|dienstag|mittwoch|donnerstag"
              + "|freitag|samstag|sonntag)(?:day|sday|nesday|rsday|urday)?\\.?,? +",
          Pattern.CASE_INSENSITIVE);

  /** Two dates of a period, as in 2024-01-01 - 2024-01-07: the first is kept. */
  private static final Pattern RANGE =
      Pattern.compile(
          "(\\S.*\\d\\S*)\\s+(?:-|\u2013|\u2014|to|bis|au|al|a|~|through)\\s+(\\S*\\d.*)");

  /** Words before the first day of a week; those of a last day would change the date. */
  private static final Pattern WEEK_OF =
      Pattern.compile(
          "^(?:w/c|wc|week commencing|week of|week starting|week beginning|semaine du|semana del"
              + "|woche vom)\\s+",
          Pattern.CASE_INSENSITIVE);

  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

  private final String words;
  private final Pattern pattern;

  DateForm(String words, String pattern) {
    this.words = words;
    this.pattern = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
  }

  /** Returns what messages call the form. */
  String words() {
    return words;
  }

  /** Returns whether the form names months and no days. */
  boolean monthly() {
    return this == YEAR_MONTH
        || this == MONTH_YEAR
        || this == NAME_YEAR
        || this == YEAR_NAME
        || this == COMPACT_MONTH;
  }

  /** Returns whether the form is a plain number, which may be something else than a date. */
  boolean numeric() {
    return this == COMPACT
        || this == COMPACT_MONTH
        || this == COMPACT_WEEK
        || this == EXCEL
        || this == UNIX
        || this == UNIX_MILLIS;
  }

  /** Returns a cell without its time of day and its day of the week. */
  static String dateOnly(String cell) {
    String one = firstOf(cell);
    String text = one.indexOf(':') < 0 ? one : TIME.matcher(one).replaceFirst("");
    return Character.isLetter(text.isEmpty() ? '0' : text.charAt(0))
        ? WEEKDAY.matcher(text).replaceFirst("")
        : text;
  }

  /** Returns the first of two dates, and a date without words before it. */
  static String firstOf(String cell) {
    if (cell.length() < 10 || cell.length() > 60 || cell.indexOf(' ') < 0) {
      return cell;
    }
    Matcher range = RANGE.matcher(cell);
    return WEEK_OF.matcher(range.matches() ? range.group(1) : cell).replaceFirst("");
  }

  /** Returns the date of a cell; null if it is none in this form, or none of the calendar. */
  @Nullable LocalDate parse(String dateOnly) {
    Matcher match = pattern.matcher(dateOnly);
    if (dateOnly.length() > 40 || !match.matches()) {
      return null;
    }
    try {
      LocalDate date = date(match);
      return date == null || date.isBefore(EARLIEST) || date.getYear() > 2199 ? null : date;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private @Nullable LocalDate date(Matcher match) {
    return switch (this) {
      case ISO, COMPACT, DAY_FIRST, MONTH_FIRST ->
          LocalDate.of(year(match), number(match, "m"), number(match, "d"));
      case DAY_NAME_YEAR, NAME_DAY_YEAR, YEAR_NAME_DAY -> {
        int month = MonthNames.month(match.group("name"));
        yield month == 0 ? null : LocalDate.of(year(match), month, number(match, "d"));
      }
      case YEAR_MONTH, MONTH_YEAR, COMPACT_MONTH ->
          YearMonth.of(year(match), number(match, "m")).atDay(1);
      case NAME_YEAR, YEAR_NAME -> {
        int month = MonthNames.month(match.group("name"));
        yield month == 0 ? null : YearMonth.of(year(match), month).atDay(1);
      }
      case QUARTER -> quarter(match);
      case ISO_WEEK ->
          week(
              year(match), number(match, "w"), match.group("wd") == null ? 1 : number(match, "wd"));
      case WEEK_YEAR, COMPACT_WEEK -> week(year(match), number(match, "w"), 1);
      case EXCEL -> EXCEL_ZERO.plusDays(number(match, "serial"));
      case UNIX -> utc(Long.parseLong(match.group("sec")));
      case UNIX_MILLIS -> utc(Math.floorDiv(Long.parseLong(match.group("ms")), 1000L));
    };
  }

  private static LocalDate quarter(Matcher match) {
    for (String number : new String[] {"", "2", "3"}) {
      if (match.group("q" + number) != null) {
        int year = Integer.parseInt(match.group("y" + number));
        return LocalDate.of(year, 3 * Integer.parseInt(match.group("q" + number)) - 2, 1);
      }
    }
    throw new DateTimeException("No quarter");
  }

  private static LocalDate utc(long seconds) {
    return Instant.ofEpochSecond(seconds).atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static LocalDate week(int year, int week, int weekday) {
    LocalDate fourth = LocalDate.of(year, 1, 4);
    if (week < 1 || week > IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(fourth).getMaximum()) {
      throw new DateTimeException("No week " + week + " in " + year);
    }
    return fourth
        .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
        .with(java.time.temporal.ChronoField.DAY_OF_WEEK, weekday);
  }

  /** Returns the year; one of two digits lies between 1970 and 2069. */
  private static int year(Matcher match) {
    int year = number(match, "y");
    if (match.group("y").length() > 2) {
      return year;
    }
    return year < 70 ? 2000 + year : 1900 + year;
  }

  private static int number(Matcher match, String group) {
    return Integer.parseInt(match.group(group));
  }
}
