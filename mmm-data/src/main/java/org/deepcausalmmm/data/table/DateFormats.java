package org.deepcausalmmm.data.table;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The date formats of a configuration: D/M/Y, dd.MM.yyyy and %d/%m/%Y all mean the same. */
final class DateFormats {
  private DateFormats() {}

  /** Returns the form that a format means; null if it is none. */
  static @Nullable DateForm of(String format) {
    String word = format.strip().toLowerCase(Locale.ROOT);
    switch (word) {
      case "excel":
        return DateForm.EXCEL;
      case "iso":
        return DateForm.ISO;
      case "iso week", "iso-week":
        return DateForm.ISO_WEEK;
      case "yearweek", "yyyyww":
        return DateForm.COMPACT_WEEK;
      case "yearmonth", "yyyymm":
        return DateForm.COMPACT_MONTH;
      case "yyyymmdd":
        return DateForm.COMPACT;
      default:
        break;
    }
    return switch (word.replaceAll("[^a-z]", "").replaceAll("(.)\\1+", "$1")) {
      case "dmy" -> DateForm.DAY_FIRST;
      case "mdy" -> DateForm.MONTH_FIRST;
      case "ymd" -> DateForm.ISO;
      case "ym" -> DateForm.YEAR_MONTH;
      case "my" -> DateForm.MONTH_YEAR;
      default -> null;
    };
  }
}
