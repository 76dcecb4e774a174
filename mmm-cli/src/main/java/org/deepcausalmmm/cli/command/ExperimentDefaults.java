package org.deepcausalmmm.cli.command;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.deepcausalmmm.cli.base.CliCode;
import org.deepcausalmmm.data.config.ExperimentConfig.ExperimentKind;
import org.deepcausalmmm.experiment.reading.SpendChange;
import org.jspecify.annotations.Nullable;

/** What the commands about experiments assume where no option says otherwise. */
final class ExperimentDefaults {
  private static final int WEEKS_BEFORE = 52;
  private static final int DAYS_BEFORE = 182;
  private static final MathContext DIGITS = new MathContext(6);

  private ExperimentDefaults() {}

  /** Returns the number of periods before a test to learn from: a year of weeks, half of days. */
  static int history(List<String> periods) {
    return daily(periods) ? DAYS_BEFORE : WEEKS_BEFORE;
  }

  /** Returns whether periods are days. */
  static boolean daily(List<String> periods) {
    if (periods.size() < 2) {
      return false;
    }
    try {
      LocalDate first = LocalDate.parse(periods.get(0));
      return ChronoUnit.DAYS.between(first, LocalDate.parse(periods.get(1))) < 7;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** Returns the kind that was asked for, else the one that the change of the spend suggests. */
  static ExperimentKind kind(@Nullable String asked, SpendChange spend) {
    if (asked != null) {
      return ExperimentKind.of(asked)
          .orElseThrow(
              () ->
                  CliCode.UNKNOWN_EXPERIMENT_KIND.error(
                      "'%s' is not a kind of experiment.".formatted(asked),
                      "The kinds are: " + String.join(", ", ExperimentKind.ids()) + "."));
    }
    return spend.known() && spend.difference() > 0
        ? ExperimentKind.HEAVY_UP
        : ExperimentKind.GO_DARK;
  }

  /** Returns a number with six figures. */
  static double rounded(double value) {
    return new BigDecimal(value, DIGITS).doubleValue();
  }
}
