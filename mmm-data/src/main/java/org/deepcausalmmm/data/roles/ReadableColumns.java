package org.deepcausalmmm.data.roles;

import java.util.List;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.NameList;
import org.deepcausalmmm.data.QuotedText;
import org.deepcausalmmm.data.roles.ColumnGuess.Role;
import org.deepcausalmmm.data.table.NumberText;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.Table.Row;

/** The check that columns named like amounts hold numbers: else media would be lost in silence. */
final class ReadableColumns {
  private static final List<Role> AMOUNTS =
      List.of(Role.SPEND, Role.EXPOSURE, Role.REACH, Role.FREQUENCY, Role.MEDIUM, Role.OUTCOME);

  private ReadableColumns() {}

  /**
   * Requires that columns of amounts whose cells begin with digits can be read, and that none of
   * spend holds percents.
   *
   * @throws org.deepcausalmmm.api.MmmException MMM-DATA-007 or 034 if one does not
   */
  static void require(Table table, List<TableColumn> columns) {
    columns.stream()
        .filter(column -> AMOUNTS.contains(column.role()) && column.profile().text())
        .forEach(column -> requireText(table, column));
    List<String> shares =
        columns.stream()
            .filter(column -> column.is(Role.SPEND) || column.is(Role.MEDIUM))
            .map(TableColumn::name)
            .filter(table.percents()::contains)
            .toList();
    if (!shares.isEmpty()) {
      throw DataCode.ROLES_UNDECIDED.error(
          "%s: these columns hold percents, and a share of spend is no amount: %s."
              .formatted(table.source(), NameList.quoted(shares)),
          "Give amounts of money. %s to decide otherwise."
              .formatted(RoleDetector.writeAll(table.source())));
    }
  }

  private static void requireText(Table table, TableColumn column) {
    int digits = 0;
    Row first = null;
    for (Row row : table.rows()) {
      String cell = row.cells().get(column.index());
      boolean number = cell.matches("[^\\p{L}\\d]{0,3}\\d.*");
      digits += number ? 1 : 0;
      first = first == null && number && !NumberText.isPlain(cell) ? row : first;
    }
    if (first != null && 2 * digits > column.profile().known()) {
      throw DataCode.NOT_A_NUMBER.error(
          "%s: the name says an amount, and '%s' is not a number."
              .formatted(
                  NumberText.place(table, first, column.index()),
                  QuotedText.of(first.cells().get(column.index()))),
          "Write plain numbers such as 1234.5, or name the column at data.ignore.");
    }
  }
}
