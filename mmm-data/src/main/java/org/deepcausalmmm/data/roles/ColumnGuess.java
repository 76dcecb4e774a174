package org.deepcausalmmm.data.roles;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Guesses the role of a column from its name.
 *
 * @param role what it seems to be
 * @param name the name of the channel, or of the column
 * @param rank the lower, the likelier among columns of the same role
 */
record ColumnGuess(Role role, String name, int rank) {
  /** The roles a column may play. */
  enum Role {
    GEO,
    TIME,
    OUTCOME,
    REVENUE_PER_KPI,
    POPULATION,
    SPEND,
    EXPOSURE,
    ORGANIC,
    CONTROL,
    UNKNOWN
  }

  private static final List<String> TIMES =
      List.of(
          "time",
          "date",
          "week",
          "week_start",
          "week_starting",
          "week_date",
          "weekid",
          "week_id",
          "wk",
          "ds",
          "period");
  private static final List<String> GEOS =
      List.of(
          "geo",
          "dma",
          "dmacode",
          "dma_code",
          "dma_id",
          "region",
          "region_id",
          "market",
          "area",
          "state",
          "city",
          "store",
          "territory",
          "country",
          "geography",
          "location");
  private static final Set<String> OUTCOMES =
      Set.of(
          "outcome",
          "revenue",
          "sales",
          "conversions",
          "kpi",
          "y",
          "target",
          "orders",
          "visits",
          "total_revenue",
          "total_sales",
          "signups",
          "installs",
          "subscriptions");
  private static final Set<String> ALL_CHANNELS =
      Set.of(
          "total", "all", "overall", "sum", "media", "total_media", "marketing", "total_marketing");

  private static final Set<String> POPULATIONS = Set.of("population", "pop", "inhabitants");

  /** Words that mark a control wherever they stand in a name. */
  private static final Set<String> CONTROL_WORDS =
      Set.of(
          "control",
          "controls",
          "promo",
          "promotion",
          "promotions",
          "price",
          "prices",
          "discount",
          "holiday",
          "holidays",
          "event",
          "events",
          "weather",
          "temperature",
          "rain",
          "sunshine",
          "competitor",
          "competitors",
          "competition",
          "season",
          "seasonality",
          "sentiment",
          "index",
          "gdp",
          "cpi",
          "inflation",
          "unemployment",
          "distribution",
          "availability",
          "covid");

  private static final Pattern CONTROL_NUMBER = Pattern.compile("c\\d+");
  private static final Pattern MEDIA_NUMBER = Pattern.compile("x\\d+_.+");
  private static final Pattern MONEY_VALUE =
      Pattern.compile("(revenue|value|margin|profit)_per_[a-z]+");

  private static final List<String> EXPOSURE_WORDS =
      List.of(
          "impressions",
          "impression",
          "imps",
          "exposures",
          "exposure",
          "grps",
          "grp",
          "trps",
          "views",
          "contacts",
          "clicks",
          "sends");
  private static final Pattern EXPOSURE = marked(String.join("|", EXPOSURE_WORDS));
  private static final Pattern SPEND = marked("spend|spending|cost|costs|investment");

  /** Matches a name that begins or ends with one of some words. */
  private static Pattern marked(String words) {
    return Pattern.compile(
        "(?i)(?:(?<first>"
            + words
            + ")[ _.-]+(?<rest>.+)|(?<stem>.+?)[ _.-]+(?<last>"
            + words
            + "))");
  }

  /** Guesses the role of a column. */
  static ColumnGuess of(String column) {
    String plain = column.toLowerCase(Locale.ROOT).replaceAll("[ .-]+", "_");
    if (TIMES.contains(plain)) {
      return new ColumnGuess(Role.TIME, column, TIMES.indexOf(plain));
    }
    if (GEOS.contains(plain)) {
      return new ColumnGuess(Role.GEO, column, GEOS.indexOf(plain));
    }
    if (POPULATIONS.contains(plain)) {
      return new ColumnGuess(Role.POPULATION, column, 0);
    }
    if (MONEY_VALUE.matcher(plain).matches()) {
      return new ColumnGuess(Role.REVENUE_PER_KPI, column, 0);
    }
    if (OUTCOMES.contains(plain) || plain.startsWith("target_")) {
      return new ColumnGuess(Role.OUTCOME, column, 0);
    }
    return measured(column, plain);
  }

  private static ColumnGuess measured(String column, String plain) {
    boolean organic = plain.startsWith("organic_");
    boolean control =
        CONTROL_NUMBER.matcher(plain).matches()
            || plain.endsWith("_control")
            || plain.startsWith("control_");
    boolean controlWord = List.of(plain.split("_")).stream().anyMatch(CONTROL_WORDS::contains);
    Matcher exposure = EXPOSURE.matcher(column);
    Matcher spend = SPEND.matcher(column);
    if (organic && !spend.matches()) {
      return new ColumnGuess(Role.ORGANIC, exposure.matches() ? stem(exposure) : column, 0);
    }
    if (control || (controlWord && plain.startsWith("competit"))) {
      return new ColumnGuess(Role.CONTROL, column, 0);
    }
    if (spend.matches()) {
      return new ColumnGuess(Role.SPEND, stem(spend), 0);
    }
    if (exposure.matches()) {
      return new ColumnGuess(Role.EXPOSURE, stem(exposure), EXPOSURE_WORDS.indexOf(word(exposure)));
    }
    if (MEDIA_NUMBER.matcher(plain).matches()) {
      return new ColumnGuess(Role.SPEND, column, 1);
    }
    return new ColumnGuess(controlWord ? Role.CONTROL : Role.UNKNOWN, column, 0);
  }

  /** Returns whether the name is one that tables give to the sum of all channels. */
  boolean ofAllChannels() {
    return ALL_CHANNELS.contains(name.toLowerCase(Locale.ROOT).replaceAll("[ .-]+", "_"));
  }

  private static String stem(Matcher match) {
    return match.group("rest") == null ? match.group("stem") : match.group("rest");
  }

  private static String word(Matcher match) {
    String word = match.group("first") == null ? match.group("last") : match.group("first");
    return word.toLowerCase(Locale.ROOT);
  }
}
