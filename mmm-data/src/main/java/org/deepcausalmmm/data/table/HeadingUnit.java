package org.deepcausalmmm.data.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.deepcausalmmm.data.table.Table.Row;
import org.jspecify.annotations.Nullable;

/**
 * A unit that the heading of a column states for all its cells, as in Sales ($M), Umsatz in TEUR or
 * Impressions (000).
 *
 * @param name the heading without the unit
 * @param power how many places the decimal mark moves to the right
 */
public record HeadingUnit(String name, int power) {
  private static final int MOST = 300;

  private static final String CURRENCY =
      "(?:US\\$|[$\u20AC\u00A3\u00A5\u20B9]|(?i:USD|EUR|GBP|CHF|INR|JPY))";

  /** Units that mean nothing else in brackets; m may be metres and mm millimetres. */
  private static final String ALONE =
      "'?000'?s?|[kK]|(?i:thousands?|tsd\\.?|tausend|mio\\.?|mln\\.?|millions?|millionen|millones"
          + "|mrd\\.?|billions?|lakhs?|crores?|bn)|mn|Mn|M|MM";

  private static final String WITH_MONEY = "(?:" + ALONE + "|T|m|k)";

  private static final String EITHER =
      "(?:(?:"
          + CURRENCY
          + ")[ .]?(?<u1>"
          + WITH_MONEY
          + ")|(?<u2>"
          + WITH_MONEY
          + ")(?:[ _.]|[ ]of[ ])?(?:"
          + CURRENCY
          + ")|(?<u3>"
          + ALONE
          + "))";

  private static final String JOINED =
      "(?:"
          + CURRENCY
          + "[ _.]?(?<u1>"
          + WITH_MONEY
          + ")|(?<u2>"
          + WITH_MONEY
          + ")[ _.]?"
          + CURRENCY
          + "|(?<u3>'?000'?s?|(?i:thousands|tsd\\.?|mio\\.?|mln|millions)))";

  private static final List<Pattern> FORMS =
      List.of(
          Pattern.compile("(?<name>.+?)\\s*[(\\[]\\s*(?:(?:in|en)\\s+)?" + EITHER + "\\s*[)\\]]"),
          Pattern.compile("(?<name>.+?)[ _,]+(?:in|en)[ _]+" + EITHER),
          Pattern.compile("(?<name>.+?)[ _,-]+" + JOINED));

  private static final Set<String> THOUSANDS = Set.of("000", "000s", "'000", "'000s", "000's", "t");

  /** Returns the unit of a heading; null if it states none. */
  public static @Nullable HeadingUnit of(String heading) {
    if (heading.length() > MOST) {
      return null;
    }
    for (Pattern form : FORMS) {
      Matcher match = form.matcher(heading);
      if (match.matches()) {
        String word = unit(match);
        int power =
            THOUSANDS.contains(word.toLowerCase(Locale.ROOT)) ? 3 : NumberUnit.of(word, "").power();
        return power == 0 ? null : new HeadingUnit(match.group("name").strip(), power);
      }
    }
    return null;
  }

  /**
   * Returns the unit of a heading among others; null if it states none, or if its M stands beside
   * an F or a W, for men and women.
   */
  public static @Nullable HeadingUnit of(String heading, List<String> headings) {
    boolean people =
        heading.endsWith("(M)")
            && Stream.of("(F)", "(W)")
                .anyMatch(
                    other -> headings.contains(heading.substring(0, heading.length() - 3) + other));
    return people ? null : of(heading);
  }

  private static String unit(Matcher match) {
    for (String group : List.of("u1", "u2", "u3")) {
      if (match.group(group) != null) {
        return match.group(group);
      }
    }
    return "";
  }

  /** Returns a heading without its unit; as it is if it states none. */
  public static String bare(String heading) {
    HeadingUnit unit = of(heading);
    return unit == null ? heading : unit.name();
  }

  /** Returns a cell in single units; as it is if it holds no plain number. */
  public String inSingleUnits(String cell) {
    return NumberText.isPlain(cell)
        ? new BigDecimal(cell).movePointRight(power).stripTrailingZeros().toPlainString()
        : cell;
  }

  /** Returns a table whose cells are in single units, under the headings that it has. */
  public static Table inSingleUnits(Table table) {
    List<@Nullable HeadingUnit> units = new ArrayList<>();
    table.header().forEach(heading -> units.add(of(heading, table.header())));
    return units.stream().allMatch(unit -> unit == null) ? table : scaled(table, units);
  }

  /**
   * Returns a table whose cells are in single units.
   *
   * @param units by column; null where the cells stay as they are
   */
  public static Table scaled(Table table, List<@Nullable HeadingUnit> units) {
    List<Row> rows = new ArrayList<>(table.rows().size());
    for (Row row : table.rows()) {
      List<String> cells = new ArrayList<>(row.cells());
      for (int c = 0; c < cells.size(); c++) {
        HeadingUnit unit = units.get(c);
        if (unit != null) {
          cells.set(c, unit.inSingleUnits(cells.get(c)));
        }
      }
      rows.add(new Row(row.line(), cells));
    }
    return table.withRows(rows);
  }
}
