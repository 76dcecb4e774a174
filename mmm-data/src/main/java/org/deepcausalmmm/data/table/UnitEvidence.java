package org.deepcausalmmm.data.table;

import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.QuotedText;
import org.jspecify.annotations.Nullable;

/**
 * The evidence that the cells of one column give of units such as K and Mio. Cells with and without
 * a unit may stand together, as 850 and 1.2K do in exports; but a cell such as 0.8 beside 1.2 Mio.
 * has lost its unit, and a fit on it would be silently wrong.
 */
final class UnitEvidence {
  private static final int THOUSAND = 3;

  private @Nullable String example;
  private @Nullable String unclear;
  private @Nullable String decimal;
  private @Nullable String small;
  private int least = Integer.MAX_VALUE;

  /** Takes a cell that may have a unit. */
  void add(String cell, NumberToken token, NumberMarks marks) {
    if (!token.unit().scales()) {
      addWithout(token.digits(), marks);
      return;
    }
    example = example == null ? cell : example;
    if (token.unit().unclear()) {
      unclear = unclear == null ? cell : unclear;
    }
    least = Math.min(least, token.unit().power());
  }

  /** Takes a number without a unit. */
  void addWithout(String cell, NumberMarks marks) {
    boolean decimals = marks == NumberMarks.POINT || marks == NumberMarks.COMMA;
    if ((!decimals && marks != NumberMarks.SMALL) || (decimal != null && small != null)) {
      return;
    }
    if (cell.chars().allMatch(c -> c < '1' || c > '9')) {
      return;
    }
    if (decimals) {
      decimal = decimal == null ? cell : decimal;
    } else {
      small = small == null ? cell : small;
    }
  }

  /** Returns the first cell with a unit; null if no cell has one. */
  @Nullable String example() {
    return example;
  }

  /**
   * Returns the error that the column deserves when it is used; null if its units are clear.
   *
   * @param headed whether the heading states a unit too
   */
  @Nullable MmmException error(String source, String name, boolean headed) {
    if (headed && example != null) {
      return DataCode.NUMBER_FORMAT.error(
          "%s, column '%s': the heading states a unit, and so does '%s'."
              .formatted(source, QuotedText.of(name), QuotedText.of(example)),
          "Write the unit in the heading or in the cells.");
    }
    if (unclear != null) {
      return DataCode.NUMBER_FORMAT.error(
          "%s, column '%s': the unit of '%s' may be thousand or more."
              .formatted(source, QuotedText.of(name), QuotedText.of(unclear)),
          "Write K for thousand and Mio. for million, or the numbers in full.");
    }
    String without = decimal != null ? decimal : least > THOUSAND ? small : null;
    return example == null || without == null
        ? null
        : DataCode.NUMBER_FORMAT.error(
            "%s, column '%s': '%s' has a unit and '%s' has none."
                .formatted(
                    source, QuotedText.of(name), QuotedText.of(example), QuotedText.of(without)),
            "Write the unit in all cells of the column, or the numbers in full.");
  }
}
