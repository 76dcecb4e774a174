package org.deepcausalmmm.cli.run;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as text that reads back to the same number, without an exponent wherever that stays
 * readable.
 */
public final class Numbers {
  private static final double SMALLEST_PLAIN = 1e-9;
  private static final double LARGEST_PLAIN = 1e18;

  private Numbers() {}

  /** Returns the text of a cell; empty where there is no number. */
  static String cell(@Nullable Double value) {
    return value == null || !Double.isFinite(value) ? "" : text(value);
  }

  /** Returns a number for JSON; null where there is none. */
  public static @Nullable BigDecimal json(@Nullable Double value) {
    return value == null || !Double.isFinite(value) ? null : new BigDecimal(text(value));
  }

  private static String text(double value) {
    double size = Math.abs(value);
    if (value == Math.rint(value) && size < LARGEST_PLAIN) {
      return Long.toString((long) value);
    }
    String shortest = Double.toString(value);
    return size >= SMALLEST_PLAIN && size < LARGEST_PLAIN && shortest.indexOf('E') >= 0
        ? new BigDecimal(shortest).toPlainString()
        : shortest;
  }
}
