package org.deepcausalmmm.data.shape;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.NameList;
import org.deepcausalmmm.data.QuotedText;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.table.HeadingUnit;
import org.deepcausalmmm.data.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * The units that headings state: cells of Sales ($M) become single dollars, and the column is
 * called Sales, so that amounts of all columns can be compared and a tidy table that is read again
 * is not multiplied twice.
 */
final class HeadingMeaning {
  private HeadingMeaning() {}

  /**
   * Returns the table in single units, and the roles under the names that its columns then have.
   */
  static TidyTable inSingleUnits(Table table, DataConfig roles, List<Finding> findings) {
    Set<String> used = RenamedRoles.columns(roles);
    Set<String> taken = new HashSet<>(table.header());
    Map<String, String> names = new HashMap<>();
    Map<Integer, List<String>> byPower = new LinkedHashMap<>();
    List<@Nullable HeadingUnit> units = new ArrayList<>();
    for (String column : table.header()) {
      HeadingUnit unit = used.contains(column) ? HeadingUnit.of(column, table.header()) : null;
      // Another column may have the plain name; then this one keeps its own, in other words.
      String name = unit == null ? column : unit.name();
      if (unit != null && !taken.add(name)) {
        name = name + " in units";
      }
      units.add(unit);
      if (unit != null) {
        names.put(column, name);
        byPower.computeIfAbsent(unit.power(), p -> new ArrayList<>()).add(column);
      }
    }
    if (names.isEmpty()) {
      return new TidyTable(table, roles, List.of());
    }
    byPower.forEach((power, columns) -> findings.add(note(power, columns)));
    List<String> header =
        table.header().stream().map(column -> names.getOrDefault(column, column)).toList();
    Table scaled = HeadingUnit.scaled(table, units);
    return new TidyTable(
        scaled.renamed(header),
        RenamedRoles.of(roles, column -> names.getOrDefault(column, column)),
        List.of());
  }

  private static Finding note(int power, List<String> columns) {
    return DataCode.HEADING_UNIT.note(
        "The headings of %s state a unit of %s."
            .formatted(
                NameList.quoted(columns), BigDecimal.ONE.movePointRight(power).toPlainString()),
        "The cells were multiplied by it, and %s."
            .formatted(
                columns.size() == 1
                    ? "the column is called '%s'"
                        .formatted(QuotedText.of(HeadingUnit.bare(columns.get(0))))
                    : "the columns are called without it"));
  }
}
