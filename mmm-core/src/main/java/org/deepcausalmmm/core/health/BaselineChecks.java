package org.deepcausalmmm.core.health;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.deepcausalmmm.core.analysis.HealthCheck;
import org.deepcausalmmm.core.analysis.HealthCheck.Verdict;
import org.deepcausalmmm.core.numeric.Statistics;
import org.deepcausalmmm.data.Weeks;

/** Checks of the baseline. */
final class BaselineChecks {
  private static final Limits NEGATIVE = new Limits(0.01, 0.1);
  private static final Limits BREAK = new Limits(4.5, 7);
  private static final Limits MOVEMENT = new Limits(0.024, 0.1);
  private static final Limits RECURRING = new Limits(2, Double.POSITIVE_INFINITY);
  private static final int WINDOW = 2;
  private static final double NORMAL_MAD = 1.4826;

  private BaselineChecks() {}

  static Optional<HealthCheck> negative(Evidence evidence) {
    double[][] baseline = evidence.analysis().contributions().get(0).value();
    long negative =
        Arrays.stream(baseline).flatMapToDouble(Arrays::stream).filter(x -> x < 0).count();
    long cells = (long) baseline.length * baseline[0].length;
    return Optional.of(
        NEGATIVE.check(
            "negative_baseline",
            (double) negative / cells,
            "Share of region-weeks with a baseline below 0. A negative baseline attributes more than the"
                + " outcome to media: add a 'media-share' prior or the missing controls."));
  }

  /**
   * Compares the largest level shift that media and controls do not explain with the typical ones.
   */
  static Optional<HealthCheck> levelShift(Evidence evidence) {
    List<Integer> modelled = evidence.fitted().form().shifts();
    double[] level = WeeklySeries.withoutShifts(evidence.unexplained(), modelled);
    double[] rest =
        WeeklySeries.withoutSeasonAroundJump(
            Spikes.of(level).removedFrom(level), evidence.panel().weeks());
    double[] jump = new double[rest.length];
    Arrays.fill(jump, Double.NaN);
    int largest = -1;
    for (int t = WINDOW; t + WINDOW <= rest.length; t++) {
      if (near(modelled, t)) {
        continue;
      }
      double before = Arrays.stream(rest, t - WINDOW, t).average().orElse(0);
      double after = Arrays.stream(rest, t, t + WINDOW).average().orElse(0);
      jump[t] = Math.abs(after - before);
      if (jump[t] >= 0 && (largest < 0 || jump[t] > jump[largest])) {
        largest = t;
      }
    }
    double usual = NORMAL_MAD * Statistics.highMedian(jump);
    return usual > 0
        ? Optional.of(
            new HealthCheck(
                "level_shift",
                judge(jump[largest] / usual, modelled),
                jump[largest] / usual,
                ("Largest level shift that media and controls leave unexplained (%+.0f%% of the outcome"
                        + " around week %s), relative to typical changes. Above %.1f, add a control that"
                        + " is 0 before and 1 after, or fit the weeks since.%s")
                    .formatted(
                        100 * signed(rest, largest),
                        evidence.panel().weeks().label(largest),
                        BREAK.review(),
                        modelled(evidence, modelled))))
        : Optional.empty();
  }

  /**
   * Counts the single weeks of the outcome, about a year apart, that media, controls and season
   * leave unexplained; empty where there is less than a year and a month.
   */
  static Optional<HealthCheck> recurringSpikes(Evidence evidence) {
    Weeks weeks = evidence.panel().weeks();
    int year = weeks.period().wholePerYear();
    double[] rest =
        WeeklySeries.withoutSeason(
            WeeklySeries.withoutShifts(evidence.unexplained(), evidence.fitted().form().shifts()),
            weeks);
    if (rest.length < year + year / 12) {
      return Optional.empty();
    }
    List<Integer> recurring = Spikes.of(rest).recurring(year);
    return Optional.of(
        RECURRING.check(
            "recurring_spikes",
            recurring.size(),
            recurring.isEmpty()
                ? "Single weeks that stand out at about the same time of several years."
                : ("Single weeks that stand out at about the same time of several years: %s. If they are"
                        + " holidays, add 'data.holidays' with the country; otherwise add a control that is 1"
                        + " in these weeks.")
                    .formatted(
                        recurring.stream().map(weeks::label).collect(Collectors.joining(", ")))));
  }

  /** Judges a jump; a person should know of shifts even where the model has all of them. */
  private static Verdict judge(double relative, List<Integer> modelled) {
    Verdict verdict = BREAK.judge(relative);
    return verdict == Verdict.PASS && !modelled.isEmpty() ? Verdict.REVIEW : verdict;
  }

  /** Returns whether the window around a week reaches over a shift that the model has. */
  private static boolean near(List<Integer> modelled, int week) {
    return modelled.stream().anyMatch(shift -> Math.abs(shift - week) < 2 * WINDOW);
  }

  private static String modelled(Evidence evidence, List<Integer> shifts) {
    return shifts.isEmpty()
        ? ""
        : " The model has the shifts of %s."
            .formatted(
                shifts.stream()
                    .map(evidence.panel().weeks()::label)
                    .collect(Collectors.joining(", ")));
  }

  private static double signed(double[] rest, int week) {
    return Arrays.stream(rest, week, week + WINDOW).average().orElse(0)
        - Arrays.stream(rest, week - WINDOW, week).average().orElse(0);
  }

  /**
   * Measures the variation shared by all regions that the data do not explain, beyond the noise in
   * the mean of so many regions.
   */
  static Optional<HealthCheck> missingDriver(Evidence evidence) {
    double[] rest =
        WeeklySeries.withoutSeason(
            WeeklySeries.withoutShifts(evidence.unexplained(), evidence.fitted().form().shifts()),
            evidence.panel().weeks());
    double spread = Math.sqrt(Math.max(0, square(WeeklySeries.sd(rest)) - noise(evidence)));
    int nearest = 0;
    double closest = 0;
    for (int c = 0; c < evidence.data().channelCount(); c++) {
      double[] exposure =
          WeeklySeries.withoutSeason(evidence.sharedExposure(c), evidence.panel().weeks());
      double correlation = WeeklySeries.correlation(exposure, rest);
      if (Math.abs(correlation) > Math.abs(closest)) {
        closest = correlation;
        nearest = c;
      }
    }
    return Optional.of(
        MOVEMENT.check(
            "missing_driver",
            spread,
            ("Variation of the outcome that media, controls, seasonality and noise leave unexplained,"
                    + " as a share of its mean. It correlates most with '%s' (%.2f): add further"
                    + " drivers of demand (price, distribution, competitors) as controls.")
                .formatted(evidence.panel().channelNames().get(nearest), closest)));
  }

  /** Returns the variance of the noise averaged over regions. */
  private static double noise(Evidence evidence) {
    return Arrays.stream(evidence.residuals())
            .flatMapToDouble(Arrays::stream)
            .filter(x -> !Double.isNaN(x))
            .map(BaselineChecks::square)
            .average()
            .orElse(0)
        / evidence.panel().regionCount();
  }

  private static double square(double x) {
    return x * x;
  }
}
