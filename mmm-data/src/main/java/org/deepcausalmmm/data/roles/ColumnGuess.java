package org.deepcausalmmm.data.roles;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deepcausalmmm.data.table.TimeNames;

/**
 * The role of a column that its name suggests.
 *
 * @param role what it seems to be
 * @param name the name of the channel, or of the column
 * @param rank the lower, the likelier among columns of the same role
 */
record ColumnGuess(Role role, String name, int rank) {
  /** The roles that a name may suggest. */
  enum Role {
    GEO,
    TIME,
    OUTCOME,
    REVENUE_PER_KPI,
    POPULATION,
    SPEND,
    EXPOSURE,
    REACH,
    FREQUENCY,
    /** A medium without a measure: spend, unless the spend stands in another column. */
    MEDIUM,
    ORGANIC,
    ORGANIC_REACH,
    ORGANIC_FREQUENCY,
    TREATMENT,
    CONTROL,
    /** Part of the date: the model knows the calendar. */
    CALENDAR,
    /** A transform of another column, or a result of a model. */
    RESULT,
    /** The number of the row. */
    INDEX,
    /** A name that fits a channel as well as a control. */
    EITHER,
    UNKNOWN
  }

  /** Longer texts are no names, and patterns would search them for long. */
  private static final int MOST = 300;

  private static final Pattern CONTROL_NUMBER = Pattern.compile("c\\d+|control_?\\d+");
  private static final Pattern NUMBERED_MEDIUM =
      Pattern.compile("x_?\\d+(_.+)?|(ch|channel|media|medium|campaign)_?\\d+");
  private static final Pattern VARIANT = Pattern.compile("y_?\\d+");
  private static final Pattern INDEX =
      Pattern.compile("unnamed.*|index|idx|row|rownum|row_id|id|x__1");
  private static final Pattern MONEY_VALUE =
      Pattern.compile("(avg_|average_)?(revenue|value|margin|profit|sales)_per_[a-z]+");

  /** Words that say how a channel was measured, and not which one it is. */
  private static final Set<String> STATES =
      Words.set(
          """
          planned plan actual actuals budgeted booked net gross ist soll avg average mean
          usd eur gbp chf k 000 000s
          """);

  /** Words of a part of a sum: no amount of its own. */
  private static final Set<String> SHARES =
      Words.set(
          """
          share shares sov som mix split anteil anteile part quota cuota participacion
          quote weight
          """);

  /** Returns the role that a name suggests. */
  static ColumnGuess of(String column) {
    if (column.length() > MOST) {
      return new ColumnGuess(Role.UNKNOWN, column, 0);
    }
    List<String> words = TimeNames.words(column);
    if (words.isEmpty()) {
      return new ColumnGuess(Role.UNKNOWN, column, 0);
    }
    String plain = String.join("_", words);
    if (ColumnWords.TIMES.contains(plain)) {
      return new ColumnGuess(Role.TIME, column, ColumnWords.TIMES.indexOf(plain));
    }
    int geo = geo(words);
    if (geo >= 0) {
      return new ColumnGuess(Role.GEO, column, geo);
    }
    if (words.stream().anyMatch(ColumnWords.POPULATIONS::contains) && words.size() <= 2) {
      return new ColumnGuess(Role.POPULATION, column, words.size());
    }
    if (MONEY_VALUE.matcher(plain).matches()) {
      return new ColumnGuess(Role.REVENUE_PER_KPI, column, 0);
    }
    if (INDEX.matcher(plain).matches()) {
      return new ColumnGuess(Role.INDEX, column, 0);
    }
    if (plain.startsWith("competit")
        || plain.startsWith("comp_")
        || words.stream().anyMatch(ContextWords.RIVALS::contains)) {
      return new ColumnGuess(Role.CONTROL, column, 0);
    }
    return derived(column, words, plain);
  }

  private static int geo(List<String> words) {
    int last = words.size() - 1;
    boolean ended = last == 1 && ColumnWords.GEO_ENDS.contains(words.get(1));
    return last == 0 || ended ? ColumnWords.GEOS.indexOf(words.get(0)) : -1;
  }

  private static ColumnGuess derived(String column, List<String> words, String plain) {
    boolean ofPeople = words.contains("reach") && !words.contains("per");
    boolean ratio =
        !ofPeople && (words.contains("per") || words.contains("pct") || words.contains("ratio"));
    boolean result =
        words.stream().anyMatch(ContextWords.RESULTS::contains)
            || (words.contains("conversion") && words.contains("rate"));
    boolean set = words.stream().anyMatch(ContextWords.SET_BY_COMPANY::contains);
    if (ratio && set && !result) {
      return new ColumnGuess(Role.CONTROL, column, 0);
    }
    if (ratio || result || VARIANT.matcher(plain).matches()) {
      return new ColumnGuess(Role.RESULT, column, 0);
    }
    boolean part =
        words.stream()
            .anyMatch(w -> MeasureWords.SPENDS.contains(w) || MeasureWords.EXPOSURES.contains(w));
    if (part && words.stream().anyMatch(SHARES::contains)) {
      return new ColumnGuess(Role.EITHER, column, 0);
    }
    boolean media = part || words.stream().anyMatch(MediaWords.MEDIA::contains);
    if (media && ofOtherWeeks(words)) {
      return new ColumnGuess(Role.EITHER, column, 0);
    }
    if (plain.startsWith("non_media") || plain.startsWith("nonmedia")) {
      return new ColumnGuess(Role.TREATMENT, column, 0);
    }
    boolean marked =
        CONTROL_NUMBER.matcher(plain).matches()
            || words.get(0).equals("control")
            || words.get(words.size() - 1).equals("control");
    if (marked || (words.size() > 1 && ContextWords.CONTROL_STARTS.contains(words.get(0)))) {
      return new ColumnGuess(Role.CONTROL, column, 0);
    }
    ColumnGuess measured = MeasureName.guess(column, words);
    if (measured != null) {
      return measured;
    }
    return outcome(words)
        ? new ColumnGuess(Role.OUTCOME, column, words.size())
        : described(column, words, plain);
  }

  /** Returns whether a name is that of a running total, or of last year's amounts. */
  private static boolean ofOtherWeeks(List<String> words) {
    String plain = String.join("_", words);
    int last = words.size() - 1;
    boolean counted = last > 0 && words.get(last).matches("\\d+");
    return words.stream().anyMatch(ContextWords.OTHER_WEEKS::contains)
        || plain.matches(".*(avg|average|mean)_(daily|weekly|monthly|day|week|month)_.*")
        || transform(words.get(0))
        || transform(words.get(counted ? last - 1 : last))
        || plain.matches(
            ".*(^|_)\\d+(_?w|_?wk|_?wks|_?weeks?|_?d|_?days?|_?m|_?months?)_(avg|average|mean|sum|total).*")
        || plain.matches(".*(last|prior|previous)_(year|yr|week|month|period).*")
        || plain.matches(".*(to_date|year_ago|years_ago|n_1|minus_1)(_.*)?");
  }

  private static boolean transform(String word) {
    return ContextWords.TRANSFORM_ENDS.contains(word.replaceFirst("\\d+$", ""));
  }

  private static boolean outcome(List<String> words) {
    int first = 0;
    while (first < words.size() && !ColumnWords.OUTCOMES.contains(words.get(first))) {
      first++;
    }
    return first < words.size()
        && words.subList(0, first).stream().allMatch(ColumnWords.OUTCOME_STARTS::contains)
        && words.subList(first + 1, words.size()).stream().allMatch(ColumnGuess::mayFollow);
  }

  private static boolean mayFollow(String word) {
    return ColumnWords.OUTCOME_ENDS.contains(word) || ColumnWords.OUTCOMES.contains(word);
  }

  private static ColumnGuess described(String column, List<String> words, String plain) {
    if (ContextWords.CALENDAR.contains(words.get(0)) || calendar(words)) {
      return new ColumnGuess(Role.CALENDAR, column, 0);
    }
    boolean control = words.stream().anyMatch(ContextWords.CONTROLS::contains);
    boolean hard =
        words.stream()
            .anyMatch(
                w -> ContextWords.CONTROLS.contains(w) && !ContextWords.SOFT_CONTROLS.contains(w));
    boolean medium = words.stream().anyMatch(MediaWords.MEDIA::contains);
    boolean strong =
        words.stream()
            .anyMatch(w -> MediaWords.MEDIA.contains(w) && !MediaWords.SOFT_MEDIA.contains(w));
    boolean counted = words.stream().anyMatch(ColumnWords.COUNTED::contains);
    if ((control || counted) && (strong || (counted && medium)) && !hard) {
      return new ColumnGuess(Role.EITHER, column, 0);
    }
    if (control) {
      return new ColumnGuess(Role.CONTROL, column, 0);
    }
    boolean numbered = NUMBERED_MEDIUM.matcher(plain).matches();
    if (!numbered && words.stream().anyMatch(MediaWords.OWNED::contains)) {
      return new ColumnGuess(counted ? Role.EITHER : Role.ORGANIC, column, 0);
    }
    boolean volume = words.contains("volume");
    if ((medium || numbered) && !volume) {
      boolean exposure = plain.matches("media_?\\d+");
      return new ColumnGuess(exposure ? Role.EXPOSURE : Role.MEDIUM, column, numbered ? 1 : 0);
    }
    return new ColumnGuess(Role.UNKNOWN, column, 0);
  }

  private static boolean calendar(List<String> words) {
    return words.stream()
        .allMatch(
            w ->
                ContextWords.CALENDAR.contains(w) || w.matches("of|nr|nbr|num|number|in|the|\\d+"));
  }

  /** Returns whether the name is one that tables give to the sum of all channels. */
  boolean ofAllChannels() {
    return MeasureWords.ALL_CHANNELS.contains(String.join("_", TimeNames.words(name)));
  }

  /** Returns the name of the channel in a form that its other columns share. */
  String key() {
    List<String> words = TimeNames.words(name);
    if (words.isEmpty()) {
      return name;
    }
    List<String> own = words.stream().filter(w -> !STATES.contains(w)).toList();
    String plain = String.join("_", own.isEmpty() ? words : own);
    Matcher bare = Pattern.compile("\\d+").matcher(plain);
    return bare.matches() ? "rf_" + plain : plain.toLowerCase(Locale.ROOT);
  }
}
