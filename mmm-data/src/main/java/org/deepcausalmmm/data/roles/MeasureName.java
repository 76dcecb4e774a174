package org.deepcausalmmm.data.roles;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deepcausalmmm.data.roles.ColumnGuess.Role;
import org.jspecify.annotations.Nullable;

/** Names that hold a measure of media, such as tv_spend, impressions_tv or rf_spend_0. */
final class MeasureName {
  private static final Pattern REACH = marked("reach");
  private static final Pattern FREQUENCY = marked("frequency|frequencies|freq");
  private static final Pattern SPEND = marked(String.join("|", ColumnWords.SPENDS));
  private static final Pattern EXPOSURE = marked(String.join("|", ColumnWords.EXPOSURES));
  private static final Pattern ORGANIC = Pattern.compile("(?i)(.*[ _.-])?organic([ _.-].*)?");

  private MeasureName() {}

  /** Matches a name that begins or ends with one of some words; a number may follow the last. */
  private static Pattern marked(String words) {
    return Pattern.compile(
        "(?i)(?:(?<first>"
            + words
            + ")[ _.-]+(?<rest>.+)|(?<stem>.+?)(?:[ _.-]+|(?<=\\p{Ll})(?=\\p{Lu}))(?<last>"
            + words
            + ")(?:[ _.-]*[(\\[]?(?:usd|eur|gbp|chf|[$\u20AC\u00A3]|000s?|k)[)\\]]?)?(?<number>[ _.-]+\\d+)?)");
  }

  /** Returns the measure that a name holds; null if it holds none. */
  static @Nullable ColumnGuess guess(String column, List<String> words) {
    boolean organic = ORGANIC.matcher(column).matches();
    Matcher reach = REACH.matcher(column);
    if (reach.matches()) {
      return new ColumnGuess(organic ? Role.ORGANIC_REACH : Role.REACH, stem(reach), 0);
    }
    Matcher frequency = FREQUENCY.matcher(column);
    if (frequency.matches()) {
      return new ColumnGuess(organic ? Role.ORGANIC_FREQUENCY : Role.FREQUENCY, stem(frequency), 0);
    }
    if (words.equals(List.of("frequency")) || words.equals(List.of("freq"))) {
      return new ColumnGuess(Role.RESULT, column, 0);
    }
    Matcher spend = SPEND.matcher(column);
    if (spend.matches() && words.stream().noneMatch(ColumnWords.OTHER_COSTS::contains)) {
      return new ColumnGuess(Role.SPEND, stem(spend), 0);
    }
    Matcher exposure = EXPOSURE.matcher(column);
    boolean seen = exposure.matches() && words.stream().noneMatch(ColumnWords.OWN_PAGES::contains);
    if (organic) {
      return new ColumnGuess(Role.ORGANIC, seen ? stem(exposure) : column, 0);
    }
    return seen
        ? new ColumnGuess(
            Role.EXPOSURE, stem(exposure), ColumnWords.EXPOSURES.indexOf(word(exposure)))
        : null;
  }

  /**
   * Returns the guess of a name with a suffix of Robyn: _S spend, _I impressions, _P other exposure
   * of paid media, _O organic, _B context; null if it has none.
   */
  static @Nullable ColumnGuess ofRobyn(String column) {
    if (column.length() < 3 || column.charAt(column.length() - 2) != '_') {
      return null;
    }
    String stem = column.substring(0, column.length() - 2);
    return switch (column.charAt(column.length() - 1)) {
      case 'S' -> new ColumnGuess(Role.SPEND, stem, 0);
      case 'I' -> new ColumnGuess(Role.EXPOSURE, stem, 0);
      case 'P' -> new ColumnGuess(Role.EXPOSURE, withoutMeasure(stem), 1);
      case 'O' -> new ColumnGuess(Role.ORGANIC, stem, 0);
      case 'B' -> new ColumnGuess(Role.CONTROL, column, 0);
      default -> null;
    };
  }

  private static String withoutMeasure(String name) {
    Matcher exposure = EXPOSURE.matcher(name);
    return exposure.matches() ? stem(exposure) : name;
  }

  private static String stem(Matcher match) {
    if (match.group("rest") != null) {
      return match.group("rest");
    }
    String number = match.group("number");
    return match.group("stem") + (number == null ? "" : number);
  }

  private static String word(Matcher match) {
    String word = match.group("first") == null ? match.group("last") : match.group("first");
    return word.toLowerCase(Locale.ROOT);
  }
}
