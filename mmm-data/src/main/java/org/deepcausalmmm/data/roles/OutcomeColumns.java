package org.deepcausalmmm.data.roles;

import java.util.List;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.NameList;
import org.deepcausalmmm.data.roles.ColumnGuess.Role;
import org.deepcausalmmm.data.table.NumberText;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.Table.Row;
import org.deepcausalmmm.data.table.TimeNames;
import org.jspecify.annotations.Nullable;

/**
 * The column of the outcome, and that of its money value if one follows from the other.
 *
 * @param revenue the money value of all units of the outcome; null if there is none
 */
record OutcomeColumns(TableColumn outcome, @Nullable TableColumn revenue) {
  /** Rounding of prices to cents keeps revenue within a percent of units times price. */
  private static final double SAME = 0.01;

  /**
   * Finds the outcome.
   *
   * @param asked the column that a user named; null to find it
   * @throws org.deepcausalmmm.api.MmmException MMM-DATA-011 if no column can be it, 012 if several
   *     can
   */
  static OutcomeColumns of(Table table, List<TableColumn> columns, @Nullable String asked) {
    if (asked != null) {
      int index = table.index(asked);
      return new OutcomeColumns(columns.get(index), null);
    }
    List<TableColumn> candidates =
        columns.stream().filter(c -> c.is(Role.OUTCOME) && c.profile().number()).toList();
    if (candidates.isEmpty()) {
      ReadableColumns.require(table, columns);
      throw DataCode.ROLES_UNKNOWN.error(
          "%s has no column that looks like the outcome, such as revenue or conversions; its columns are: %s."
              .formatted(table.source(), NameList.list(table.header())),
          "Give --outcome COLUMN. " + RoleDetector.writeAll(table.source()) + " to start from.");
    }
    if (candidates.size() == 1) {
      return new OutcomeColumns(candidates.get(0), null);
    }
    OutcomeColumns sold = sold(table, columns, candidates);
    if (sold == null) {
      throw DataCode.ROLES_AMBIGUOUS.error(
          "Any of these columns of %s may be the outcome: %s."
              .formatted(
                  table.source(),
                  NameList.list(candidates.stream().map(TableColumn::name).toList())),
          "Give --outcome COLUMN, or name one at data.outcome in a configuration.");
    }
    return sold;
  }

  /** Returns units and revenue if revenue is units times a price that the table holds. */
  private static @Nullable OutcomeColumns sold(
      Table table, List<TableColumn> columns, List<TableColumn> candidates) {
    if (candidates.size() != 2) {
      return null;
    }
    boolean firstIsMoney = money(candidates.get(0));
    TableColumn revenue = candidates.get(firstIsMoney ? 0 : 1);
    TableColumn units = candidates.get(firstIsMoney ? 1 : 0);
    if (!money(revenue) || money(units)) {
      return null;
    }
    return columns.stream()
            .filter(c -> TimeNames.words(c.name()).contains("price") && c.profile().number())
            .anyMatch(price -> product(table, units, price, revenue))
        ? new OutcomeColumns(units, revenue)
        : null;
  }

  private static boolean money(TableColumn column) {
    return TimeNames.words(column.name()).stream().anyMatch(ColumnWords.MONEY::contains);
  }

  private static boolean product(
      Table table, TableColumn units, TableColumn price, TableColumn revenue) {
    for (Row row : table.rows()) {
      double product = number(row, units) * number(row, price);
      double sum = number(row, revenue);
      if (Math.abs(product - sum) > SAME * Math.abs(sum)) {
        return false;
      }
    }
    return true;
  }

  private static double number(Row row, TableColumn column) {
    String cell = row.cells().get(column.index());
    return NumberText.isPlain(cell) ? Double.parseDouble(cell) : Double.NaN;
  }
}
