package org.deepcausalmmm.data.shape;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.NameList;
import org.deepcausalmmm.data.QuotedText;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.Table.Row;
import org.jspecify.annotations.Nullable;

/**
 * The keys by which the rows of two tables belong together. Names of regions that differ in case,
 * accents or blanks only are one, unless a time of either table has two of the spellings.
 */
final class JoinKeys {
  private final Table left;
  private final Table right;
  private final List<String> columns;

  /** The column of the region; null if the tables do not share it, or its spellings stay apart. */
  private final @Nullable String geo;

  private final Map<String, String> spellings = new HashMap<>();

  /**
   * Creates the keys of two tables.
   *
   * @param columns those that both have
   * @param geo the column of the region; null if there is none
   */
  JoinKeys(Table left, Table right, List<String> columns, @Nullable String geo) {
    this.left = left;
    this.right = right;
    this.columns = columns;
    boolean shared = geo != null && columns.contains(geo);
    this.geo = shared && unique(left, geo) && unique(right, geo) ? geo : null;
    if (this.geo != null) {
      int index = left.index(this.geo);
      for (Row row : left.rows()) {
        String name = row.cells().get(index);
        spellings.putIfAbsent(RegionSpellings.plain(name), name);
      }
    }
  }

  /** Returns whether no time of a table has two spellings of a region. */
  private boolean unique(Table table, @Nullable String region) {
    Set<List<String>> exact = new HashSet<>();
    Set<List<String>> folded = new HashSet<>();
    for (Row row : table.rows()) {
      exact.add(columns.stream().map(c -> row.cells().get(table.index(c))).toList());
      folded.add(columns.stream().map(c -> cell(table, row, c, region)).toList());
    }
    return exact.size() == folded.size();
  }

  /** Returns the key of a row of either table. */
  List<String> of(Table table, Row row) {
    return columns.stream().map(column -> cell(table, row, column, geo)).toList();
  }

  private static String cell(Table table, Row row, String column, @Nullable String region) {
    String cell = row.cells().get(table.index(column));
    return column.equals(region) ? RegionSpellings.plain(cell) : cell;
  }

  /** Returns a cell of the right table as the left one spells it. */
  String spelled(String column, String cell) {
    return column.equals(geo) ? spellings.getOrDefault(RegionSpellings.plain(cell), cell) : cell;
  }

  /** Notes names of regions that the tables spell differently. */
  void report(List<Finding> findings) {
    Set<String> other = new TreeSet<>();
    if (geo != null) {
      for (Row row : right.rows()) {
        String name = row.cells().get(right.index(geo));
        if (!spelled(geo, name).equals(name)) {
          other.add(name);
        }
      }
    }
    if (!other.isEmpty()) {
      findings.add(
          DataCode.NAMES_ALIKE.warning(
              "%s: names of regions differ in case, accents or blanks only from those of %s: %s."
                  .formatted(
                      QuotedText.of(right.source()),
                      QuotedText.of(left.source()),
                      NameList.quoted(List.copyOf(other))),
              "They were joined as one region, as the first file spells it."));
    }
  }
}
