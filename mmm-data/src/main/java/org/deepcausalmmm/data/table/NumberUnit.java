package org.deepcausalmmm.data.table;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A word behind a number that multiplies it, such as the K of 1.2K or the Mio. of 3,4 Mio. EUR.
 *
 * @param power how many places the decimal mark moves to the right
 * @param unclear whether the word means different factors to different people: T is thousand in
 *     German and trillion elsewhere, mil is thousand in Spanish and million in English
 */
record NumberUnit(int power, boolean unclear) {
  /** The unit of a number without one. */
  static final NumberUnit NONE = new NumberUnit(0, false);

  /** All words, for patterns. */
  static final String WORDS =
      "tsd\\.?|thousands?|tausend|millions?|millionen|millones|mill\\.|mio\\.?|mln\\.?|mn|mm"
          + "|billions?|milliarden|mrd\\.?|mds?|bn|lakhs?|lacs?|crores?|cr|mil|k|m|b|t|l";

  private static final Map<String, Integer> POWERS =
      Map.ofEntries(
          Map.entry("k", 3),
          Map.entry("tsd", 3),
          Map.entry("thousand", 3),
          Map.entry("thousands", 3),
          Map.entry("tausend", 3),
          Map.entry("lakh", 5),
          Map.entry("lakhs", 5),
          Map.entry("lac", 5),
          Map.entry("lacs", 5),
          Map.entry("m", 6),
          Map.entry("mm", 6),
          Map.entry("mn", 6),
          Map.entry("mln", 6),
          Map.entry("mio", 6),
          Map.entry("mill", 6),
          Map.entry("million", 6),
          Map.entry("millions", 6),
          Map.entry("millionen", 6),
          Map.entry("millones", 6),
          Map.entry("cr", 7),
          Map.entry("crore", 7),
          Map.entry("crores", 7),
          Map.entry("b", 9),
          Map.entry("bn", 9),
          Map.entry("md", 9),
          Map.entry("mds", 9),
          Map.entry("mrd", 9),
          Map.entry("billion", 9),
          Map.entry("billions", 9),
          Map.entry("milliarden", 9));

  /** Currencies whose amounts are written in T for thousand, as in 25 TEUR. */
  private static final Set<String> OF_THOUSANDS = Set.of("EUR", "\u20AC", "CHF");

  /** Currencies whose amounts are written in L for lakh. */
  private static final Set<String> RUPEES = Set.of("INR", "\u20B9", "RS");

  /**
   * Returns the unit that a word means.
   *
   * @param word null if there is none
   * @param currency the currency of the number; empty if none
   */
  static NumberUnit of(@Nullable String word, String currency) {
    if (word == null) {
      return NONE;
    }
    String plain = word.toLowerCase(Locale.ROOT).replace(".", "");
    if (plain.equals("t") && OF_THOUSANDS.contains(currency.toUpperCase(Locale.ROOT))) {
      return new NumberUnit(3, false);
    }
    if (plain.equals("l") && RUPEES.contains(currency.toUpperCase(Locale.ROOT).replace(".", ""))) {
      return new NumberUnit(5, false);
    }
    Integer power = POWERS.get(plain);
    return power == null ? new NumberUnit(0, true) : new NumberUnit(power, false);
  }

  /** Returns whether numbers with this unit are other than they are written. */
  boolean scales() {
    return power > 0 || unclear;
  }
}
