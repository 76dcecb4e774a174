package org.deepcausalmmm.temporal;

import java.util.Arrays;
import org.deepcausalmmm.api.Belief;
import org.deepcausalmmm.api.Constraint;
import org.deepcausalmmm.api.OptionSpec;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.api.ParameterSpec;

/**
 * The period of the rows, in which lags count and priors of carry-over are stated.
 *
 * <p>The prior of months is that of weeks, carried over: with a retention of d a week, the share of
 * a month's effect that falls into later months is d (1 - d^m) / (m (1 - d)), where m = 4.35 weeks
 * and the spend of a month is even. At a retention of 0.5 it is 0.22; at one standard deviation
 * below and above, 0.23 and 0.77, it is 0.07 and 0.52, which is 1.35 on the scale of logits either
 * way.
 */
enum RowPeriod {
  WEEK("week", 1, 0.5, 1.2),
  MONTH("month", 365.25 / 7 / 12, 0.22, 1.35);

  private static final String OPTION = "period";

  private final String noun;
  private final double weeks;
  private final double retention;
  private final double retentionSd;

  RowPeriod(String noun, double weeks, double retention, double retentionSd) {
    this.noun = noun;
    this.weeks = weeks;
    this.retention = retention;
    this.retentionSd = retentionSd;
  }

  /** Returns the option; a fit sets it by the data if the user leaves it open. */
  static OptionSpec option() {
    return OptionSpec.text(
        OPTION,
        WEEK.noun,
        Arrays.stream(values()).map(period -> period.noun).toList(),
        "Period of the rows, in which lags count and the priors of carry-over are stated; by"
            + " default that of the data.");
  }

  static RowPeriod of(Options options) {
    String chosen = options.text(OPTION);
    return Arrays.stream(values()).filter(p -> p.noun.equals(chosen)).findFirst().orElse(WEEK);
  }

  /**
   * Returns the retention.
   *
   * @param doc with the noun of the period at %s
   */
  ParameterSpec decay(String doc) {
    return ParameterSpec.perChannel(
        "decay",
        Constraint.unit(),
        Belief.around(retention, retentionSd),
        "share per " + noun,
        doc.formatted(noun));
  }

  /** Returns the delay of the peak. */
  ParameterSpec delay(double most) {
    String plural = noun + "s";
    return ParameterSpec.perChannel(
        "delay",
        Constraint.interval(0, most),
        Belief.around(most / 6, 1.5),
        plural,
        plural.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
            + plural.substring(1)
            + " from exposure to the peak of its effect.");
  }

  /** Returns a number of weeks in this period. */
  double ofWeeks(double number) {
    return number / weeks;
  }
}
