package org.deepcausalmmm.report.text;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.deepcausalmmm.data.estimate.Interval;
import org.jspecify.annotations.Nullable;

/** Numbers as people read them: three digits, with a letter for the size. */
public final class Human {
  private static final String NOTHING = "\u2013";
  private static final char NARROW_SPACE = '\u202f';

  private static final ThreadLocal<NumberStyle> STYLE =
      ThreadLocal.withInitial(() -> NumberStyle.POINT);

  private Human() {}

  /** Something that is written for a reader. */
  @FunctionalInterface
  public interface Writing {
    /**
     * Writes.
     *
     * @throws IOException if it cannot be written
     */
    void write() throws IOException;
  }

  /**
   * Writes something in a style; all numbers that this thread writes meanwhile follow it.
   *
   * @throws IOException if it cannot be written
   */
  public static void in(NumberStyle style, Writing writing) throws IOException {
    NumberStyle before = STYLE.get();
    STYLE.set(style);
    try {
      writing.write();
    } finally {
      STYLE.set(before);
    }
  }

  /** Returns the style in which this thread writes. */
  public static NumberStyle style() {
    return STYLE.get();
  }

  /** Returns a number, for example {@code 1.23 M}. */
  public static String number(@Nullable Double value) {
    if (value == null || !Double.isFinite(value)) {
      return NOTHING;
    }
    double size = Math.abs(value);
    if (size >= 999.5e6) {
      return digits(value / 1e9) + NARROW_SPACE + "bn";
    }
    if (size >= 999.5e3) {
      return digits(value / 1e6) + NARROW_SPACE + "M";
    }
    if (size >= 9999.5) {
      return digits(value / 1e3) + NARROW_SPACE + "k";
    }
    return digits(value);
  }

  private static String digits(double value) {
    if (value == 0) {
      return "0";
    }
    if (Math.abs(value) >= 999.5) {
      return Long.toString(Math.round(value));
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros();
    return STYLE
        .get()
        .written(
            rounded.abs().compareTo(new BigDecimal("0.0001")) < 0
                ? String.format(Locale.ROOT, "%.1e", value)
                : rounded.toPlainString());
  }

  /** Returns a coefficient of determination, which is 1 only if nothing is left unexplained. */
  public static String determination(@Nullable Double r2) {
    return r2 != null && r2 < 1 && r2 >= 0.9995 ? "> " + number(0.999) : number(r2);
  }

  /** Returns a share as a percentage. */
  public static String percent(@Nullable Double share) {
    if (share == null || !Double.isFinite(share)) {
      return NOTHING;
    }
    double percent = 100 * share;
    return STYLE
        .get()
        .written(
            String.format(Locale.ROOT, Math.abs(percent) < 9.95 ? "%.1f%%" : "%.0f%%", percent));
  }

  /** Returns the bounds of a number, for example {@code 1.2 to 3.4}. */
  public static String range(@Nullable Interval interval) {
    return interval == null || Double.isNaN(interval.lower())
        ? NOTHING
        : number(interval.lower()) + " to " + number(interval.upper());
  }

  /** Returns bounds that may have either sign, for example {@code -1.2 to +3.4}. */
  public static String signedRange(Interval interval) {
    return signed(interval.lower()) + " to " + signed(interval.upper());
  }

  /** Returns a number with its sign, for example {@code +1.2}. */
  public static String signed(double value) {
    return (value > 0 ? "+" : "") + number(value);
  }

  /** Returns the bounds of a share. */
  public static String percentRange(Interval interval) {
    return percent(interval.lower()) + " to " + percent(interval.upper());
  }

  /** Returns a count, with the noun in the right number. */
  public static String count(long count, String singular, String plural) {
    return count + " " + (count == 1 ? singular : plural);
  }

  /** Returns a name in snake case as words. */
  public static String words(String name) {
    return name.replace('_', ' ');
  }
}
