package org.deepcausalmmm.data.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.NameList;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.SeriesStatistics;

/** The checks of the outcome. */
final class OutcomeChecks {
  private static final int SHORT_HISTORY = 52;
  private static final int ZERO_RUN = 4;
  private static final int NEIGHBOURS = 4;
  private static final double OUTLIER = 12;

  /** Scales the median absolute deviation to the standard deviation of a normal distribution. */
  private static final double MAD_TO_SD = 1.4826;

  private final Panel panel;
  private final int trainWeeks;
  private final List<String> withoutOutcome = new ArrayList<>();
  private final List<String> shortOnes = new ArrayList<>();
  private final List<String> zeroRuns = new ArrayList<>();
  private final List<String> negative = new ArrayList<>();
  private final List<String> outliers = new ArrayList<>();
  private boolean varies;

  private OutcomeChecks(Panel panel, int trainWeeks) {
    this.panel = panel;
    this.trainWeeks = trainWeeks;
  }

  static List<Finding> check(Panel panel, int trainWeeks) {
    OutcomeChecks checks = new OutcomeChecks(panel, trainWeeks);
    for (int r = 0; r < panel.regionCount(); r++) {
      checks.region(r);
    }
    return checks.findings();
  }

  private void region(int r) {
    String name = panel.regions().get(r);
    int[] weeks =
        java.util.stream.IntStream.range(0, trainWeeks).filter(t -> panel.observed(r, t)).toArray();
    double[] known = Arrays.stream(weeks).mapToDouble(t -> panel.outcome()[r][t]).toArray();
    double sum = Arrays.stream(known).sum();
    if (!(sum > 0)) {
      withoutOutcome.add(name);
      return;
    }
    varies |= Arrays.stream(known).anyMatch(v -> v != known[0]);
    if (known.length < Math.min(SHORT_HISTORY, trainWeeks)) {
      shortOnes.add(name + " (" + known.length + ")");
    }
    zeroRuns(name, weeks, known);
    for (int i = 0; i < known.length; i++) {
      if (known[i] < 0) {
        negative.add(NameList.cell(panel, r, weeks[i], known[i]));
      }
    }
    outliers(r, weeks, known);
  }

  private void zeroRuns(String name, int[] weeks, double[] known) {
    int start = 0;
    for (int i = 0; i <= known.length; i++) {
      if (i < known.length && known[i] == 0) {
        continue;
      }
      if (i - start >= ZERO_RUN) {
        zeroRuns.add(
            "%s (weeks %s to %s)"
                .formatted(
                    name, panel.weeks().label(weeks[start]), panel.weeks().label(weeks[i - 1])));
      }
      start = i + 1;
    }
  }

  /**
   * Compares each week with the median of its neighbours, so that trend and season do not count.
   */
  private void outliers(int r, int[] weeks, double[] known) {
    double[] residual = new double[known.length];
    for (int i = 0; i < known.length; i++) {
      int from = Math.max(0, i - NEIGHBOURS);
      int to = Math.min(known.length, i + NEIGHBOURS + 1);
      residual[i] = known[i] - SeriesStatistics.median(Arrays.copyOfRange(known, from, to));
    }
    double sd =
        MAD_TO_SD * SeriesStatistics.median(Arrays.stream(residual).map(Math::abs).toArray());
    for (int i = 0; i < known.length; i++) {
      if (sd > 0 && Math.abs(residual[i]) > OUTLIER * sd) {
        outliers.add(NameList.cell(panel, r, weeks[i], known[i]));
      }
    }
  }

  private List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    String kpi = panel.kpi();
    if (withoutOutcome.size() == panel.regionCount()) {
      return List.of(
          DataCode.NOTHING_TO_FIT.fault(
              "'%s' has no value above 0 in the weeks used for fitting.".formatted(kpi),
              "Check that the right column is the outcome."));
    }
    if (!withoutOutcome.isEmpty()) {
      findings.add(
          DataCode.REGION_WITHOUT_OUTCOME.fault(
              "'%s' is unknown, or 0 or less in total, in the weeks used for fitting in: %s."
                  .formatted(kpi, NameList.list(withoutOutcome)),
              "Remove these regions, or hold out fewer weeks if they started late."));
    }
    if (!varies) {
      findings.add(
          DataCode.OUTCOME_CONSTANT.fault(
              "'%s' does not vary in the weeks used for fitting.".formatted(kpi),
              "Check that the right column is the outcome."));
    }
    add(
        findings,
        DataCode.SHORT_HISTORY,
        shortOnes,
        "Regions with less than a year of outcomes: %s.",
        "They are fitted along with the others; what is said of them alone is uncertain.");
    add(
        findings,
        DataCode.OUTCOME_ZERO_RUN,
        zeroRuns,
        "The outcome is exactly 0 for weeks on end in: %s.",
        "If it was not measured there, leave the cells empty: a 0 is taken as an outcome of 0.");
    add(
        findings,
        DataCode.OUTCOME_NEGATIVE,
        negative,
        "The outcome is negative in: %s.",
        "Check whether returns were booked in another week than the sales.");
    add(
        findings,
        DataCode.OUTLIERS,
        outliers,
        "The outcome is far from the weeks around it in: %s.",
        "Correct errors; give events that you know of a control. A robust loss bounds what is"
            + " left.");
    return findings;
  }

  private static void add(
      List<Finding> findings, DataCode code, List<String> places, String what, String advice) {
    if (!places.isEmpty()) {
      findings.add(code.warning(what.formatted(NameList.list(places)), advice));
    }
  }
}
