package org.deepcausalmmm.data.shape;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.QuotedText;
import org.deepcausalmmm.data.table.DateSteps;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.Table.Row;
import org.jspecify.annotations.Nullable;

/** The checks that two tables can be joined: rows of one period, and keys in common. */
final class JoinChecks {
  private JoinChecks() {}

  /**
   * Requires that the rows of two tables are of one period. Dates without a common step pass.
   *
   * @param keys the columns of the time and, where there is one, of the region
   * @throws MmmException MMM-DATA-039 if the one holds days, weeks or months, and the other does
   *     not
   */
  static void requireOnePeriod(Table left, Table right, List<String> keys) {
    DateSteps a = steps(left, keys);
    DateSteps b = steps(right, keys);
    if (a == b || a == DateSteps.IRREGULAR || b == DateSteps.IRREGULAR) {
      return;
    }
    boolean leftIsFiner = a.ordinal() < b.ordinal();
    Table fine = leftIsFiner ? left : right;
    Table coarse = leftIsFiner ? right : left;
    String finePeriod = word(leftIsFiner ? a : b);
    String coarsePeriod = word(leftIsFiner ? b : a);
    throw DataCode.SHAPE_UNCLEAR.error(
        "The rows of %s are %s, those of %s are %s."
            .formatted(fine.source(), finePeriod, coarse.source(), coarsePeriod),
        "Sum the rows of %s to %s first%s, then join."
            .formatted(
                fine.source(),
                coarsePeriod,
                coarsePeriod.equals("weeks") ? " that begin on the same day" : ""));
  }

  private static String word(DateSteps steps) {
    return steps.name().toLowerCase(Locale.ROOT);
  }

  /** Returns the step that the dates of all regions have; irregular if the times are no dates. */
  private static DateSteps steps(Table table, List<String> keys) {
    if (!table.has(keys.get(0))) {
      return DateSteps.IRREGULAR;
    }
    int time = table.index(keys.get(0));
    Integer geo = keys.size() > 1 && table.has(keys.get(1)) ? table.index(keys.get(1)) : null;
    Map<String, TreeSet<LocalDate>> byRegion = new LinkedHashMap<>();
    for (Row row : table.rows()) {
      LocalDate date = date(row.cells().get(time));
      if (date == null) {
        return DateSteps.IRREGULAR;
      }
      byRegion.computeIfAbsent(Cells.region(row, geo), r -> new TreeSet<>()).add(date);
    }
    List<DateSteps> steps = byRegion.values().stream().map(DateSteps::of).distinct().toList();
    return steps.size() == 1 ? steps.get(0) : DateSteps.IRREGULAR;
  }

  private static @Nullable LocalDate date(String cell) {
    try {
      return cell.length() == 10 ? LocalDate.parse(cell) : null;
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** Returns the error that no row of two tables has the same key. */
  static MmmException nothingInCommon(Table left, Table right, List<String> columns) {
    List<String> firsts = new ArrayList<>();
    for (String column : columns) {
      firsts.add(
          "the first '%s' is %s in the one and %s in the other"
              .formatted(QuotedText.of(column), first(left, column), first(right, column)));
    }
    return DataCode.SHAPE_UNCLEAR.error(
        "%s and %s have no row in common: %s."
            .formatted(left.source(), right.source(), String.join("; ", firsts)),
        "Name regions alike in both, and weeks by the same day: the day that a week ends on less 6"
            + " days is the one that it begins on.");
  }

  private static String first(Table table, String column) {
    TreeSet<String> values = new TreeSet<>();
    int index = table.index(column);
    table.rows().forEach(row -> values.add(row.cells().get(index)));
    values.remove("");
    if (values.isEmpty()) {
      return "empty";
    }
    LocalDate date = date(values.first());
    return date == null
        ? "'" + QuotedText.of(values.first()) + "'"
        : date + ", a " + date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }
}
