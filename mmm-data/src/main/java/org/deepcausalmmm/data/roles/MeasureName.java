package org.deepcausalmmm.data.roles;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deepcausalmmm.data.roles.ColumnGuess.Role;
import org.deepcausalmmm.data.table.TimeNames;
import org.jspecify.annotations.Nullable;

/** Names that hold a measure of media, such as tv_spend, impressions_tv or rf_spend_0. */
final class MeasureName {
  /** Longer texts are no names, and patterns would search them for long. */
  private static final int MOST = 300;

  /** A sign between the words of a name. */
  private static final String PARTING = "[ _.:/|()\\[\\]{}-]";

  /** What parts a measure from its channel in prose: spend on TV, Ausgaben fuer TV, gasto en TV. */
  private static final Pattern JOINING =
      Pattern.compile(
          "(?i)^(on|for|of|in|per|f[u\u00FC]r|von|de|du|des|en|em|di|pour|sur|para)[ _.-]+");

  private static final Pattern REACH = marked("reach[ _.-]*(?:pct|percent|%)|reach");
  private static final Pattern FREQUENCY = marked("frequency|frequencies|freq");
  private static final Pattern SPEND = marked(String.join("|", MeasureWords.SPENDS));
  private static final Pattern EXPOSURE = marked(String.join("|", MeasureWords.EXPOSURES));
  private static final Pattern ORGANIC = Pattern.compile("(?i)(.*[ _.-])?organic([ _.-].*)?");

  private static final Pattern ORGANIC_CONTACTS =
      Pattern.compile("(?i)organic[ _.-]+(?<measure>reach|frequency)[ _.-]+(?<rest>.+)");

  /** Words of contacts a person: by itself, and in whatever name, no amount of media. */
  private static final Set<String> FREQUENCIES =
      Set.of("frequency", "frequencies", "freq", "frequenz", "frequencia", "frequence");

  private static final Pattern MERIDIAN_SPEND =
      Pattern.compile(
          "(?i)(?:media|rf)[ _]spend[ _](?<first>.+)|(?<last>.+?)[ _](?:media|rf)[ _]spend");
  private static final Pattern MERIDIAN_MEDIA =
      Pattern.compile("(?i)media[ _](?<first>.+)|(?<last>.+?)[ _]media(?:[ _]impressions?)?");

  private MeasureName() {}

  /**
   * Returns whether a name is one of the spends of Google Meridian's families, such as
   * media_spend_tv or youtube_rf_spend.
   */
  static boolean isMeridianSpend(String column) {
    return column.length() < MOST && MERIDIAN_SPEND.matcher(column).matches();
  }

  /**
   * Returns the guess of a name of Meridian's families of spend and media; null if it is none of
   * them. Numbered families are known to all tables.
   */
  static @Nullable ColumnGuess ofMeridian(String column) {
    if (column.length() > MOST || column.matches(".*[ _]\\d+")) {
      return null;
    }
    Matcher spend = MERIDIAN_SPEND.matcher(column);
    if (spend.matches()) {
      return new ColumnGuess(Role.SPEND, stemOf(spend), 0);
    }
    boolean other = column.matches("(?i)(?:organic|non)[ _]?media.*");
    Matcher media = MERIDIAN_MEDIA.matcher(column);
    return !other && media.matches() ? new ColumnGuess(Role.EXPOSURE, stemOf(media), 0) : null;
  }

  private static String stemOf(Matcher match) {
    return match.group("first") == null ? match.group("last") : match.group("first");
  }

  /** Matches a name that begins or ends with one of some words; a number may follow the last. */
  private static Pattern marked(String words) {
    return Pattern.compile(
        "(?i)(?:[(\\[{]*(?<first>"
            + words
            + ")"
            + PARTING
            + "+(?<rest>.+)|(?<stem>.+?)(?:"
            + PARTING
            + "+|(?<=\\p{Ll})(?=\\p{Lu}))(?<last>"
            + words
            + ")(?:"
            + PARTING
            + "*(?:usd|eur|gbp|chf|[$\u20AC\u00A3]|000s?|k)?)?[)\\]}]*(?<number>[ _.-]+\\d+)?)");
  }

  /** Returns the measure that a name holds; null if it holds none. */
  static @Nullable ColumnGuess guess(String column, List<String> words) {
    String folded = TimeNames.folded(column);
    boolean organic = ORGANIC.matcher(folded).matches();
    Matcher contacts = ORGANIC_CONTACTS.matcher(folded);
    if (contacts.matches()) {
      String name = "organic_" + column.substring(contacts.start("rest"), contacts.end("rest"));
      boolean people = contacts.group("measure").equalsIgnoreCase("reach");
      return new ColumnGuess(people ? Role.ORGANIC_REACH : Role.ORGANIC_FREQUENCY, name, 0);
    }
    Matcher reach = REACH.matcher(folded);
    if (reach.matches()) {
      return new ColumnGuess(organic ? Role.ORGANIC_REACH : Role.REACH, stem(column, reach), 0);
    }
    Matcher frequency = FREQUENCY.matcher(folded);
    if (frequency.matches()) {
      return new ColumnGuess(
          organic ? Role.ORGANIC_FREQUENCY : Role.FREQUENCY, stem(column, frequency), 0);
    }
    if (words.stream().anyMatch(FREQUENCIES::contains)) {
      return new ColumnGuess(Role.RESULT, column, 0);
    }
    Matcher spend = SPEND.matcher(folded);
    if (spend.matches() && words.stream().noneMatch(MeasureWords.OTHER_COSTS::contains)) {
      return new ColumnGuess(Role.SPEND, stem(column, spend), 0);
    }
    Matcher exposure = EXPOSURE.matcher(folded);
    boolean seen = exposure.matches() && words.stream().noneMatch(MeasureWords.OWN_PAGES::contains);
    if (organic && words.stream().anyMatch(ColumnWords.COUNTED::contains)) {
      return new ColumnGuess(Role.EITHER, column, 0);
    }
    if (organic) {
      return new ColumnGuess(Role.ORGANIC, seen ? stem(column, exposure) : column, 0);
    }
    return seen
        ? new ColumnGuess(
            Role.EXPOSURE, stem(column, exposure), MeasureWords.EXPOSURES.indexOf(word(exposure)))
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
    return exposure.matches() ? stem(name, exposure) : name;
  }

  /** Returns the part of a name, with its accents, that is no measure. */
  private static String stem(String column, Matcher match) {
    if (match.group("rest") != null) {
      String rest = column.substring(match.start("rest"), match.end("rest"));
      return bare(JOINING.matcher(rest).replaceFirst(""), rest);
    }
    String stem = column.substring(match.start("stem"), match.end("stem"));
    String number = match.group("number");
    return bare(stem, stem) + (number == null ? "" : number);
  }

  /** Returns a text without signs around it; another text if nothing else is left. */
  private static String bare(String text, String other) {
    String bare = text.replaceAll("^" + PARTING + "+|" + PARTING + "+$", "");
    return bare.isEmpty() ? other : bare;
  }

  private static String word(Matcher match) {
    String word = match.group("first") == null ? match.group("last") : match.group("first");
    return word.toLowerCase(Locale.ROOT);
  }
}
