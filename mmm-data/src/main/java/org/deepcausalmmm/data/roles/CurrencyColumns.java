package org.deepcausalmmm.data.roles;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.QuotedText;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.Table.Row;

/** Columns that name the currency of each row: amounts in two currencies cannot be compared. */
public final class CurrencyColumns {
  private static final Set<String> CODES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  private CurrencyColumns() {}

  /**
   * Requires that no column names several currencies.
   *
   * @param ignored columns that the user leaves out on purpose
   * @throws org.deepcausalmmm.api.MmmException MMM-DATA-036 if one does
   */
  public static void requireOne(Table table, List<String> ignored) {
    for (int c = 0; c < table.header().size(); c++) {
      Set<String> currencies = currencies(table, c);
      if (currencies.size() > 1 && !ignored.contains(table.header().get(c))) {
        throw DataCode.CURRENCIES_MIXED.error(
            "%s: column '%s' names several currencies: %s."
                .formatted(
                    table.source(),
                    QuotedText.of(table.header().get(c)),
                    String.join(", ", currencies)),
            "Convert the amounts into one, and leave the column out: returns are ratios of money.");
      }
    }
  }

  /** Returns the currencies of a column; empty if a cell holds anything else. */
  private static Set<String> currencies(Table table, int column) {
    Set<String> currencies = new TreeSet<>();
    for (Row row : table.rows()) {
      String cell = row.cells().get(column);
      if (cell.isEmpty()) {
        continue;
      }
      String code = cell.length() == 3 ? cell.toUpperCase(Locale.ROOT) : "";
      if (!CODES.contains(code)) {
        return Set.of();
      }
      currencies.add(code);
    }
    return currencies;
  }
}
