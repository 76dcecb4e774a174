package org.deepcausalmmm.data.shape;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deepcausalmmm.data.QuotedText;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.table.NumberText;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.Table.Row;
import org.jspecify.annotations.Nullable;

/** What rows of one region and time seem to be, and what to do about them. */
final class DuplicateAdvice {
  private final Table table;
  private final DataConfig roles;
  private final List<List<Row>> groups;

  /**
   * Creates the advice.
   *
   * @param groups the rows of each region and time
   */
  DuplicateAdvice(Table table, DataConfig roles, Collection<List<Row>> groups) {
    this.table = table;
    this.roles = roles;
    this.groups = groups.stream().filter(group -> group.size() > 1).toList();
  }

  /** Returns whether each group repeats its outcome, so that a sum would multiply it. */
  boolean repeatsOutcome() {
    int outcome = table.index(roles.outcome());
    boolean above = false;
    for (List<Row> group : groups) {
      double first = table.number(group.get(0), outcome);
      for (Row row : group) {
        if (table.number(row, outcome) != first) {
          return false;
        }
      }
      above |= first != 0;
    }
    return above;
  }

  /**
   * Returns what to do.
   *
   * @param copies whether the rows at hand are exact copies
   */
  String text(boolean copies) {
    if (yearsApart()) {
      return "The numbers of the weeks begin again after a year: write the year too, such as"
          + " 2024-W05.";
    }
    boolean repeated = repeatsOutcome();
    if (copies) {
      return "Declare 'data: {duplicates: drop}' to leave copies out"
          + (repeated ? "." : ", or 'sum' if both count.");
    }
    String column = tellingColumn();
    if (column != null) {
      return ("Column '%s' tells them apart. If it holds channels, call it 'channel' and their"
              + " amounts 'spend' or 'impressions', the long form that is made wide; if it holds"
              + " regions, name it at data.geo.")
          .formatted(QuotedText.of(column));
    }
    if (repeated) {
      return "The outcome '%s' stands in all of them and would be multiplied by a sum: write one row, with the amounts side by side."
          .formatted(QuotedText.of(roles.outcome()));
    }
    return roles.geo() == null
        ? "If the table has regions, name their column at data.geo; declare 'data:"
            + " {duplicates: sum}' to add them up."
        : "Remove one of them, or declare 'data: {duplicates: sum}' to add them up.";
  }

  /** Returns whether the weeks are numbers up to 53 that stand again a year of rows later. */
  private boolean yearsApart() {
    int time = table.index(roles.time());
    Integer geo = roles.geo() == null ? null : table.index(roles.geo());
    Map<String, Integer> rowsOf = new HashMap<>();
    Map<List<String>, Integer> before = new HashMap<>();
    for (Row row : table.rows()) {
      String week = row.cells().get(time);
      if (!week.matches("0?[1-9]|[1-4]\\d|5[0-3]")) {
        return false;
      }
      String region = Cells.region(row, geo);
      int position = rowsOf.merge(region, 1, Integer::sum);
      Integer last = before.put(List.of(region, week), position);
      if (last != null && position - last != 52 && position - last != 53) {
        return false;
      }
    }
    return true;
  }

  /** Returns the column of texts that differ in all rows of each group; null if none does. */
  private @Nullable String tellingColumn() {
    List<String> keys = new ArrayList<>(List.of(roles.time(), roles.outcome()));
    if (roles.geo() != null) {
      keys.add(roles.geo());
    }
    for (int c = 0; c < table.header().size(); c++) {
      int column = c;
      if (!keys.contains(table.header().get(c))
          && groups.stream().allMatch(group -> tells(group, column))) {
        return table.header().get(c);
      }
    }
    return null;
  }

  private static boolean tells(List<Row> group, int column) {
    Set<String> texts = new HashSet<>();
    for (Row row : group) {
      String cell = row.cells().get(column);
      if (cell.isEmpty() || NumberText.isPlain(cell) || !texts.add(cell)) {
        return false;
      }
    }
    return true;
  }
}
