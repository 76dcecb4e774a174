package org.deepcausalmmm.data.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.NameList;
import org.deepcausalmmm.data.QuotedText;
import org.deepcausalmmm.data.table.Table.Row;

/**
 * A long table, one row for each value, such as a Master Flat File: a column names the variable,
 * another holds its value, and the others say where and when.
 */
final class LongTable {
  private static final Set<String> VARIABLES =
      Set.of(
          "variablename",
          "variable_name",
          "variable",
          "metric",
          "metric_name",
          "measure",
          "kpi_name");
  private static final Set<String> VALUES =
      Set.of("variablevalue", "variable_value", "value", "metric_value", "amount");

  /** Columns that say more of a value than where and when it is; empty ones are left out. */
  private static final Set<String> DETAILS =
      Set.of(
          "product",
          "campaign",
          "outlet",
          "creative",
          "brand",
          "channel",
          "placement",
          "publisher",
          "adset",
          "ad_set",
          "audience",
          "segment",
          "unit",
          "units",
          "einheit",
          "unite",
          "unidad",
          "currency",
          "source");

  private static final int MOST_VARIABLES = 3000;

  private final Table table;
  private final int variable;
  private final int value;
  private final LongUnits units;
  private final List<Integer> keys = new ArrayList<>();
  private final List<Integer> details = new ArrayList<>();
  private final List<Finding> notes;

  private LongTable(Table table, int variable, int value) {
    this.table = table;
    this.variable = variable;
    this.value = value;
    this.units = LongUnits.of(table);
    this.notes = new ArrayList<>(table.notes());
    for (int c = 0; c < table.header().size(); c++) {
      if (c != variable && c != value && filled(c)) {
        boolean detail = DETAILS.contains(plain(table.header().get(c)));
        (detail ? details : keys).add(c);
      }
    }
  }

  /** Returns a long table made wide; another table as it is. */
  static Table widen(Table table) {
    int variable = position(table, VARIABLES);
    int value = position(table, VALUES);
    if (variable < 0 || value < 0 || table.header().size() > 12) {
      return table;
    }
    MmmException unreadable = table.unreadable().get(table.header().get(value));
    if (unreadable != null) {
      throw unreadable;
    }
    return new LongTable(table, variable, value).wide();
  }

  private static int position(Table table, Set<String> names) {
    for (int c = 0; c < table.header().size(); c++) {
      if (names.contains(plain(table.header().get(c)))) {
        return c;
      }
    }
    return -1;
  }

  private static String plain(String name) {
    return String.join("_", TimeNames.words(name));
  }

  private boolean filled(int column) {
    return table.rows().stream().anyMatch(row -> !EmptyCells.isEmpty(row.cells().get(column)));
  }

  private Table wide() {
    Map<String, Integer> names = new LinkedHashMap<>();
    Map<List<String>, List<String>> cells = new LinkedHashMap<>();
    Map<List<String>, Integer> lines = new LinkedHashMap<>();
    Set<String> added = new LinkedHashSet<>();
    for (Row row : table.rows()) {
      String name = row.cells().get(variable);
      int position = names.computeIfAbsent(name, n -> names.size());
      List<String> key = keys.stream().map(row.cells()::get).toList();
      List<String> own = cells.computeIfAbsent(key, k -> new ArrayList<>());
      lines.putIfAbsent(key, row.line());
      while (own.size() <= position) {
        own.add("");
      }
      String before = own.get(position);
      String after = units.single(row.cells().get(value), row);
      own.set(position, before.isEmpty() ? after : sum(row, before, after, added));
    }
    requireVariables(names.size());
    note(names.size(), added);
    List<String> header = new ArrayList<>(keys.stream().map(table.header()::get).toList());
    header.addAll(names.keySet());
    CompactRows.Builder rows = new CompactRows.Builder();
    Iterator<Map.Entry<List<String>, List<String>>> entries = cells.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<List<String>, List<String>> entry = entries.next();
      List<String> all = new ArrayList<>(entry.getKey());
      all.addAll(entry.getValue());
      while (all.size() < header.size()) {
        all.add("");
      }
      rows.row(lines.getOrDefault(entry.getKey(), 0), all);
      // A large table would otherwise be held twice.
      entries.remove();
    }
    return new Table(table.source(), header, rows.build(), table.unreadable(), notes);
  }

  /** Adds a second value of a variable, if a column of details tells the two apart. */
  private String sum(Row row, String before, String after, Set<String> added) {
    if (details.isEmpty()) {
      throw DataCode.DUPLICATE_ROW.error(
          "%s, line %d: variable '%s' has a second value at the same time and place."
              .formatted(table.source(), row.line(), QuotedText.of(row.cells().get(variable))),
          "Remove one of the two, or name what tells them apart in a column such as Campaign.");
    }
    if (!NumberText.isPlain(before) || !NumberText.isPlain(after)) {
      return after.isEmpty() ? before : after;
    }
    added.add(row.cells().get(variable));
    return Double.toString(Double.parseDouble(before) + Double.parseDouble(after));
  }

  private void requireVariables(int count) {
    if (count > MOST_VARIABLES) {
      throw DataCode.FILE_TOO_LARGE.error(
          "%s: column '%s' names %d variables; a table may have %d columns."
              .formatted(
                  table.source(),
                  QuotedText.of(table.header().get(variable)),
                  count,
                  MOST_VARIABLES),
          "Check that the column names variables, and leave out those that no model needs.");
    }
  }

  private void note(int count, Set<String> added) {
    notes.add(
        DataCode.RESHAPED.note(
            "%s is long: column '%s' names %d variables, column '%s' holds their values."
                .formatted(
                    table.source(),
                    QuotedText.of(table.header().get(variable)),
                    count,
                    QuotedText.of(table.header().get(value))),
            "Each variable became a column."));
    if (!added.isEmpty()) {
      List<String> by = new HashSet<>(details).stream().sorted().map(table.header()::get).toList();
      notes.add(
          DataCode.RESHAPED.warning(
              "%s came in several rows a time, by %s."
                  .formatted(NameList.quoted(List.copyOf(added)), NameList.quoted(by)),
              "They were added up; give prices and shares in one row each."));
    }
  }
}
