package org.deepcausalmmm.data.shape;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.NameList;
import org.deepcausalmmm.data.QuotedText;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.Table.Row;

/** Columns that are the sum of others: sub-campaigns that make one channel. */
public final class Groups {
  private Groups() {}

  /** Returns the table with each group in place of its columns, as roles are detected on it. */
  public static Table inPlace(Table table, Map<String, List<String>> groups) {
    if (groups.isEmpty()) {
      return table;
    }
    Table grouped = add(table, groups, new ArrayList<>());
    Set<String> members = new HashSet<>();
    groups.values().forEach(members::addAll);
    members.removeAll(groups.keySet());
    int[] kept =
        IntStream.range(0, grouped.header().size())
            .filter(i -> !members.contains(grouped.header().get(i)))
            .toArray();
    return grouped.with(
        IntStream.of(kept).mapToObj(grouped.header()::get).toList(),
        grouped.rows().stream()
            .map(row -> new Row(row.line(), IntStream.of(kept).mapToObj(row.cells()::get).toList()))
            .toList());
  }

  static Table add(Table table, Map<String, List<String>> groups, List<Finding> findings) {
    Table grouped = table;
    for (Map.Entry<String, List<String>> group : new TreeMap<>(groups).entrySet()) {
      if (!grouped.has(group.getKey())) {
        grouped = add(grouped, group.getKey(), group.getValue(), findings);
      }
    }
    return grouped;
  }

  private static Table add(Table table, String name, List<String> columns, List<Finding> findings) {
    int[] positions = columns.stream().mapToInt(table::index).toArray();
    List<String> header = new ArrayList<>(table.header());
    header.add(name);
    List<Row> rows = new ArrayList<>(table.rows().size());
    for (Row row : table.rows()) {
      double sum = Double.NaN;
      for (int position : positions) {
        double value = table.number(row, position);
        sum = Double.isNaN(value) ? sum : (Double.isNaN(sum) ? 0 : sum) + value;
      }
      List<String> cells = new ArrayList<>(row.cells());
      cells.add(Cells.text(sum));
      rows.add(new Row(row.line(), cells));
    }
    findings.add(
        DataCode.RESHAPED.note(
            "Column '%s' is the sum of %s."
                .formatted(QuotedText.of(name), NameList.quoted(columns)),
            "The configuration asks for it."));
    return table.with(header, rows);
  }
}
