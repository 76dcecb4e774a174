package org.deepcausalmmm.core.refresh;

import java.util.List;
import org.deepcausalmmm.data.Gaps;
import org.deepcausalmmm.data.Panel;

/**
 * The check that a panel continues another one: the same series, its weeks unchanged, and more.
 *
 * <p>Imputed values may change, because the new weeks inform them too.
 */
final class HistoryCheck {
  /**
   * Smaller than the change of a file rewritten with fewer digits, greater than rounding errors.
   */
  private static final double TOLERANCE = 1e-6;

  private final Panel before;
  private final Panel now;
  private final Gaps gaps;

  HistoryCheck(Panel before, Panel now, Gaps gaps) {
    this.before = before;
    this.now = now;
    this.gaps = gaps;
  }

  /** Refuses a panel that does not continue the one before. */
  void require() {
    same("outcome", List.of(before.kpi()), List.of(now.kpi()));
    same("regions", before.regions(), now.regions());
    same("channels", channels(before), channels(now));
    same("controls", controls(before), controls(now));
    same("money values", revenue(before), revenue(now));
    requireWeeks();
    unchanged("outcome", before.outcome(), now.outcome(), (r, t) -> false);
    for (int c = 0; c < before.channelCount(); c++) {
      Panel.Channel old = before.channels().get(c);
      Panel.Channel same = now.channels().get(c);
      unchanged("exposure of " + old.name(), old.exposure(), same.exposure(), gaps::inMarketing);
      double[][] spend = old.spend();
      double[][] spendNow = same.spend();
      if (spend != null && spendNow != null) {
        unchanged("spend of " + old.name(), spend, spendNow, gaps::inMarketing);
      }
    }
    for (int k = 0; k < before.controls().size(); k++) {
      Panel.Control control = before.controls().get(k);
      unchanged(
          control.name(),
          control.value(),
          now.controls().get(k).value(),
          (r, t) -> gaps.inControl(control.name(), r, t));
    }
    double[][] revenue = before.revenuePerKpi();
    double[][] revenueNow = now.revenuePerKpi();
    if (revenue != null && revenueNow != null) {
      unchanged("money value", revenue, revenueNow, gaps::inMoneyValue);
    }
  }

  private static List<String> channels(Panel panel) {
    return panel.channels().stream()
        .map(
            c ->
                c.name()
                    + (c.spend() == null
                        ? " (no spend)"
                        : c.exposureIsSpend() ? " (spend alone)" : " (spend and exposure)"))
        .toList();
  }

  private static List<String> controls(Panel panel) {
    return panel.controls().stream().map(Panel.Control::name).toList();
  }

  private static List<String> revenue(Panel panel) {
    return List.of(panel.revenuePerKpi() == null ? "none" : "given");
  }

  private static void same(String what, List<String> before, List<String> now) {
    if (!before.equals(now)) {
      throw RefreshCode.OTHER_SERIES.error(
          "The model has the %s %s, but the data have %s."
              .formatted(what, String.join(", ", before), String.join(", ", now)));
    }
  }

  private void requireWeeks() {
    if (!before.weeks().label(0).equals(now.weeks().label(0))) {
      throw RefreshCode.OTHER_WEEKS.error(
          "The model starts in week %s, but the data start in %s."
              .formatted(before.weeks().label(0), now.weeks().label(0)));
    }
    if (now.weekCount() <= before.weekCount()) {
      throw RefreshCode.OTHER_WEEKS.error(
          "The model has %d weeks and the data %d: there is no new week."
              .formatted(before.weekCount(), now.weekCount()));
    }
  }

  /** Which cells are imputed. */
  @FunctionalInterface
  private interface Estimated {
    boolean at(int region, int week);
  }

  private void unchanged(String what, double[][] old, double[][] same, Estimated estimated) {
    for (int r = 0; r < old.length; r++) {
      for (int t = 0; t < old[r].length; t++) {
        double difference = Math.abs(old[r][t] - same[r][t]);
        boolean unknown = Double.isNaN(old[r][t]) && Double.isNaN(same[r][t]);
        if (!unknown && !estimated.at(r, t) && !(difference <= TOLERANCE * Math.abs(old[r][t]))) {
          throw RefreshCode.CHANGED_HISTORY.error(
              "The %s in %s in week %s was %s when the model was fitted, and is %s now."
                  .formatted(
                      what,
                      before.regions().get(r),
                      before.weeks().label(t),
                      old[r][t],
                      same[r][t]));
        }
      }
    }
  }
}
