package org.deepcausalmmm.core.data;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.deepcausalmmm.core.config.DataConfig;
import org.deepcausalmmm.core.data.Table.Row;

/** Cuts a table to what was known at an origin and a horizon behind it. */
public final class TableWindow {
  private final Table table;
  private final DataConfig roles;
  private final WeekIndex weeks;

  /** Looks at a table whose columns have roles. */
  public TableWindow(Table table, DataConfig roles) {
    this.table = table;
    this.roles = roles;
    weeks = WeekIndex.of(table, table.index(roles.time()));
  }

  /** Gives all weeks of the table. */
  public Weeks weeks() {
    return weeks.weeks();
  }

  /**
   * Cuts the table to its first weeks, and to the regions with an outcome before an origin: others
   * can neither be fitted nor forecast.
   *
   * @param origin how many weeks come before it
   * @param horizon how many weeks are kept from the origin on
   */
  public Table around(int origin, int horizon) {
    int outcome = table.index(roles.outcome());
    int geo = roles.geo() == null ? -1 : table.index(roles.geo());
    Set<String> known = new HashSet<>();
    for (int i = 0; i < table.rows().size(); i++) {
      Row row = table.rows().get(i);
      if (weeks.position()[i] < origin && !Double.isNaN(NumberText.parse(table, row, outcome))) {
        known.add(region(row, geo));
      }
    }
    List<Row> rows = new java.util.ArrayList<>();
    for (int i = 0; i < table.rows().size(); i++) {
      Row row = table.rows().get(i);
      if (weeks.position()[i] < origin + horizon && known.contains(region(row, geo))) {
        rows.add(row);
      }
    }
    return new Table(table.source(), table.header(), rows, table.decimalComma(), table.notes());
  }

  private static String region(Row row, int column) {
    return column < 0 ? "" : row.cells().get(column);
  }
}
