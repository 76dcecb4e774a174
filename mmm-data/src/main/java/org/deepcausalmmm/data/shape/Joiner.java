package org.deepcausalmmm.data.shape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.NameList;
import org.deepcausalmmm.data.QuotedText;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.roles.RoleDetector;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.Table.Row;

/**
 * Several tables made one: a row for each key that any of them has, with the columns of all.
 *
 * <p>The keys are the columns that a table shares with the first. A table without the region gives
 * its values to all regions.
 */
public final class Joiner {
  private final List<Finding> notes = new ArrayList<>();

  /**
   * Joins tables.
   *
   * @param tables at least one; the first has all keys
   * @param keys the columns of the time and, first or second, the region
   * @throws org.deepcausalmmm.api.MmmException MMM-DATA-039 if a table shares no key or holds
   *     another period, 016 if it has a second row of a key
   */
  public Table join(List<Table> tables, List<String> keys) {
    Table joined = tables.get(0);
    notes.addAll(joined.notes());
    for (Table other : tables.subList(1, tables.size())) {
      notes.addAll(other.notes());
      Table table = named(other, keys);
      joined = join(joined, table, keys.stream().filter(table::has).toList(), keys);
    }
    return new Table(joined.source(), joined.header(), joined.rows(), joined.unreadable(), notes);
  }

  /** Returns a table whose time and region have the names that they have in the first. */
  private Table named(Table table, List<String> keys) {
    DataConfig roles = new RoleDetector().draft(table, null).roles();
    List<String> header = new ArrayList<>(table.header());
    for (int k = 0; k < keys.size(); k++) {
      String key = keys.get(k);
      String detected = k == 0 ? roles.time() : roles.geo();
      String own =
          table.header().stream()
              .filter(column -> plain(column).equals(plain(key)))
              .findFirst()
              .orElse(detected == null ? "" : detected);
      if (!table.has(key) && !own.isEmpty() && !keys.contains(own)) {
        header.set(table.index(own), key);
        notes.add(
            DataCode.RESHAPED.note(
                "Column '%s' of %s is joined as '%s'."
                    .formatted(
                        QuotedText.of(own), QuotedText.of(table.source()), QuotedText.of(key)),
                "Name it alike in all files if it is another one."));
      }
    }
    Table named = table.with(header, table.rows());
    String own = header.equals(table.header()) ? keys.get(0) : original(table, header, keys.get(0));
    return JoinDates.aligned(named, keys.get(0), own, notes);
  }

  /** Returns the name that a renamed column had before. */
  private static String original(Table table, List<String> header, String name) {
    int index = header.indexOf(name);
    return index < 0 ? name : table.header().get(index);
  }

  private static String plain(String column) {
    return column.toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]+", "");
  }

  private Table join(Table left, Table right, List<String> shared, List<String> keys) {
    if (shared.isEmpty()) {
      throw DataCode.SHAPE_UNCLEAR.error(
          "%s has none of the columns %s of %s."
              .formatted(right.source(), NameList.quoted(keys), left.source()),
          "Give the columns of time and region the same names in all files.");
    }
    JoinChecks.requireOnePeriod(left, right, keys);
    JoinKeys own = new JoinKeys(left, right, shared, keys.size() > 1 ? keys.get(1) : null);
    own.report(notes);
    Map<List<String>, Row> byKey = index(right, shared, own);
    List<String> added = right.header().stream().filter(c -> !shared.contains(c)).toList();
    Set<String> twice = new TreeSet<>(added);
    twice.retainAll(left.header());
    if (!twice.isEmpty()) {
      throw DataCode.SHAPE_UNCLEAR.error(
          "%s and %s both have the columns %s."
              .formatted(left.source(), right.source(), NameList.quoted(List.copyOf(twice))),
          "Rename them in one file.");
    }
    List<String> header = new ArrayList<>(left.header());
    header.addAll(added);
    Set<List<String>> met = new LinkedHashSet<>();
    List<Row> rows = new ArrayList<>();
    for (Row row : left.rows()) {
      List<String> key = own.of(left, row);
      met.add(key);
      List<String> cells = new ArrayList<>(row.cells());
      Row other = byKey.get(key);
      for (String column : added) {
        cells.add(other == null ? "" : other.cells().get(right.index(column)));
      }
      rows.add(new Row(row.line(), cells));
    }
    if (byKey.keySet().stream().noneMatch(met::contains)) {
      throw JoinChecks.nothingInCommon(left, right, shared);
    }
    int only = 0;
    for (Map.Entry<List<String>, Row> entry : byKey.entrySet()) {
      if (!met.contains(entry.getKey())) {
        only++;
        if (shared.size() == keys.size()) {
          rows.add(alone(header, right, entry.getValue(), own));
        }
      }
    }
    notes.add(
        DataCode.RESHAPED.note(
            "%s was joined by %s; %d of its keys are not in %s."
                .formatted(
                    QuotedText.of(right.source()),
                    NameList.quoted(shared),
                    only,
                    QuotedText.of(left.source())),
            shared.size() == keys.size()
                ? "They became rows with empty cells elsewhere."
                : "They were left out; its values were given to all regions."));
    return left.with(header, rows);
  }

  private static Row alone(List<String> header, Table right, Row row, JoinKeys keys) {
    List<String> cells =
        header.stream()
            .map(
                column ->
                    right.has(column)
                        ? keys.spelled(column, row.cells().get(right.index(column)))
                        : "")
            .toList();
    return new Row(row.line(), cells);
  }

  private static Map<List<String>, Row> index(Table table, List<String> keys, JoinKeys own) {
    Map<List<String>, Row> index = new LinkedHashMap<>();
    for (Row row : table.rows()) {
      Row before = index.putIfAbsent(own.of(table, row), row);
      if (before != null) {
        throw DataCode.DUPLICATE_ROW.error(
            "%s: lines %d and %d have the same %s."
                .formatted(table.source(), before.line(), row.line(), NameList.list(keys)),
            "Add them up before joining, or name the column that tells them apart.");
      }
    }
    return index;
  }
}
