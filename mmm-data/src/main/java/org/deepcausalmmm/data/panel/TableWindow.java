package org.deepcausalmmm.data.panel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.Weeks;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.table.NumberText;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.Table.Row;

/** A table cut to what was known at an origin, and a horizon after it. */
public final class TableWindow {
  /**
   * The part that was cut out.
   *
   * @param origin how many of the table's own weeks come before the origin; fewer than in the whole
   *     table where the first weeks have rows of regions alone that were left out
   */
  public record Cut(Table table, int origin) {}

  private final Table table;
  private final DataConfig roles;
  private final WeekIndex weeks;

  /** Creates windows of a table whose columns have roles. */
  public TableWindow(Table table, DataConfig roles) {
    this.table = table;
    this.roles = roles;
    weeks = WeekIndex.of(table, table.index(roles.time()));
  }

  /** Returns all weeks of the table. */
  public Weeks weeks() {
    return weeks.weeks();
  }

  /** Returns how many weeks there are up to the last with an outcome. */
  public int observedWeeks() {
    int observed = 0;
    for (int i = 0; i < table.rows().size(); i++) {
      if (!Double.isNaN(outcome(table.rows().get(i)))) {
        observed = Math.max(observed, weeks.position()[i] + 1);
      }
    }
    return observed;
  }

  /**
   * Cuts the table to its first weeks, and to the regions with an outcome before an origin, other
   * than 0: others can neither be fitted nor forecast.
   *
   * @param origin how many weeks come before it
   * @param horizon how many weeks are kept from the origin on
   * @throws org.deepcausalmmm.api.MmmException MMM-DATA-032 if no region is left, or none with a
   *     row after the origin
   */
  public Cut around(int origin, int horizon) {
    int geo = roles.geo() == null ? -1 : table.index(roles.geo());
    Map<String, Double> sold = new HashMap<>();
    for (int i = 0; i < table.rows().size(); i++) {
      Row row = table.rows().get(i);
      double value = outcome(row);
      if (weeks.position()[i] < origin && !Double.isNaN(value)) {
        sold.merge(region(row, geo), value, Double::sum);
      }
    }
    List<Row> rows = new ArrayList<>();
    int first = origin;
    int end = origin;
    for (int i = 0; i < table.rows().size(); i++) {
      Row row = table.rows().get(i);
      int week = weeks.position()[i];
      if (week < origin + horizon && sold.getOrDefault(region(row, geo), 0.0) > 0) {
        rows.add(row);
        first = Math.min(first, week);
        end = Math.max(end, week + 1);
      }
    }
    if (first == origin || end == origin) {
      throw DataCode.WINDOW_EMPTY.error(
          "No region has an outcome before and a row in the weeks after %s."
              .formatted(weeks.weeks().label(origin - 1)),
          "Begin later: ask for fewer origins or a shorter horizon.");
    }
    return new Cut(table.withRows(rows), origin - first);
  }

  private double outcome(Row row) {
    return NumberText.parse(table, row, table.index(roles.outcome()));
  }

  private static String region(Row row, int column) {
    return column < 0 ? "" : row.cells().get(column);
  }
}
