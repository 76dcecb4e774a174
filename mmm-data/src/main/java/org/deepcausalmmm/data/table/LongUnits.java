package org.deepcausalmmm.data.table;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.table.Table.Row;
import org.jspecify.annotations.Nullable;

/**
 * The units that a column of a long table states for the value of each row, such as EUR and kEUR.
 *
 * @param column -1 if there is none
 * @param units by cell of the column; null for single units
 */
record LongUnits(int column, Map<String, @Nullable HeadingUnit> units) {
  private static final Set<String> NAMES =
      Set.of("unit", "units", "einheit", "unite", "unidad", "unita");

  /**
   * Returns the units of a long table.
   *
   * @throws org.deepcausalmmm.api.MmmException MMM-DATA-036 if they name several currencies
   */
  static LongUnits of(Table table) {
    for (int c = 0; c < table.header().size(); c++) {
      if (NAMES.contains(String.join("_", TimeNames.words(table.header().get(c))))) {
        return of(table, c);
      }
    }
    return new LongUnits(-1, Map.of());
  }

  private static LongUnits of(Table table, int column) {
    Map<String, @Nullable HeadingUnit> units = new HashMap<>();
    Set<String> currencies = new TreeSet<>();
    for (Row row : table.rows()) {
      String unit = row.cells().get(column);
      if (!units.containsKey(unit)) {
        units.put(unit, HeadingUnit.of("value (" + unit + ")"));
        currencies.addAll(HeadingCurrencies.of(unit));
      }
    }
    if (currencies.size() > 1) {
      throw DataCode.CURRENCIES_MIXED.error(
          "%s holds amounts in several currencies: %s."
              .formatted(table.source(), String.join(", ", currencies)),
          "Convert them into one: returns are ratios of money.");
    }
    return new LongUnits(column, units);
  }

  /** Returns the value of a row in single units. */
  String single(String value, Row row) {
    HeadingUnit unit = column < 0 ? null : units.get(row.cells().get(column));
    return unit == null ? value : unit.inSingleUnits(value);
  }
}
