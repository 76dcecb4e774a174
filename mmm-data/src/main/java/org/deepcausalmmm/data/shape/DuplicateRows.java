package org.deepcausalmmm.data.shape;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.NameList;
import org.deepcausalmmm.data.QuotedText;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.config.DataPreparation.Duplicates;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.Table.Row;

/** Several rows of one region and time. */
final class DuplicateRows {
  private final Table table;
  private final DataConfig roles;
  private final int time;
  private final int geo;

  private DuplicateRows(Table table, DataConfig roles) {
    this.table = table;
    this.roles = roles;
    time = table.index(roles.time());
    geo = roles.geo() == null ? -1 : table.index(roles.geo());
  }

  /**
   * Settles duplicates as the configuration asks.
   *
   * @throws org.deepcausalmmm.api.MmmException MMM-DATA-016 if it does not, or asks for a sum that
   *     would multiply the outcome
   */
  static Table settle(Table table, DataConfig roles, List<Finding> findings) {
    return new DuplicateRows(table, roles).settle(findings);
  }

  private Table settle(List<Finding> findings) {
    Map<String, List<Row>> groups = new LinkedHashMap<>();
    for (Row row : table.rows()) {
      groups.computeIfAbsent(key(row), k -> new ArrayList<>(1)).add(row);
    }
    if (groups.size() == table.rows().size()) {
      return table;
    }
    Duplicates choice = roles.preparation().duplicates();
    DuplicateAdvice advice = new DuplicateAdvice(table, roles, groups.values());
    if (choice == Duplicates.SUM && advice.repeatsOutcome()) {
      throw multiplied(groups.values(), advice);
    }
    RowMerger merger = new RowMerger(table, roles);
    List<Row> rows = new ArrayList<>(groups.size());
    List<String> lines = new ArrayList<>();
    for (List<Row> group : groups.values()) {
      rows.add(group.size() == 1 ? group.get(0) : single(group, choice, merger, advice));
      group.stream().skip(1).forEach(row -> lines.add(Integer.toString(row.line())));
    }
    findings.add(
        DataCode.DUPLICATES_REMOVED.warning(
            "%s repeats regions and times in %d rows: lines %s."
                .formatted(table.source(), lines.size(), NameList.list(lines)),
            choice == Duplicates.SUM
                ? "Their flows were added up and their stocks averaged, as the configuration asks."
                : "Exact copies were left out, as the configuration asks."));
    return table.withRows(rows);
  }

  private Row single(List<Row> group, Duplicates choice, RowMerger merger, DuplicateAdvice advice) {
    boolean copies = copies(group);
    if (choice == Duplicates.SUM) {
      return merger.merge(group, true);
    }
    if (choice == Duplicates.DROP && copies) {
      return group.get(0);
    }
    throw DataCode.DUPLICATE_ROW.error(
        "%s: lines %d and %d are both %s%s."
            .formatted(
                table.source(),
                group.get(0).line(),
                group.get(1).line(),
                place(group.get(0)),
                copies ? ", and exact copies" : ""),
        advice.text(copies));
  }

  private static boolean copies(List<Row> group) {
    return new LinkedHashSet<>(group.stream().map(Row::cells).toList()).size() == 1;
  }

  private MmmException multiplied(Collection<List<Row>> groups, DuplicateAdvice advice) {
    List<Row> group = groups.stream().filter(rows -> rows.size() > 1).findFirst().orElseThrow();
    return DataCode.DUPLICATE_ROW.error(
        "%s: rows of one region and time repeat the outcome '%s', such as lines %d and %d (%s), and 'duplicates: sum' would multiply it."
            .formatted(
                table.source(),
                QuotedText.of(roles.outcome()),
                group.get(0).line(),
                group.get(1).line(),
                place(group.get(0))),
        advice.text(copies(group)));
  }

  private String key(Row row) {
    return row.cells().get(time) + "\n" + (geo < 0 ? "" : row.cells().get(geo));
  }

  private String place(Row row) {
    return (geo < 0 ? "" : "region " + QuotedText.of(row.cells().get(geo)) + ", ")
        + "week "
        + QuotedText.of(row.cells().get(time));
  }
}
