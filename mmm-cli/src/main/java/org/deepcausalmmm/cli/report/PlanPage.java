package org.deepcausalmmm.cli.report;

import java.util.List;
import java.util.Locale;
import org.deepcausalmmm.cli.Version;
import org.deepcausalmmm.core.planning.FutureMedia;
import org.deepcausalmmm.optimizer.media.MediaPlan;
import org.deepcausalmmm.optimizer.media.MediaPlan.Estimate;
import org.deepcausalmmm.optimizer.result.ActiveLimit;
import org.deepcausalmmm.optimizer.result.OptimizationResult;
import org.deepcausalmmm.optimizer.risk.Risk;

/** Is what the template of a plan asks for. */
public record PlanPage(MediaPlan plan, String outcome, String mode) {
  private static final int MOST_ROWS = 60;

  /** Gives the plan as it was decided. */
  public OptimizationResult result() {
    return plan.answer().result();
  }

  /** Gives the version of the program. */
  public String version() {
    return Version.current();
  }

  /** Names what outcomes are counted in. */
  public String counted() {
    return plan.unit() == FutureMedia.Unit.VALUE ? "value of " + outcome : outcome;
  }

  /** Tells whether the plan is best by the mean of the draws. */
  public boolean maximisesMean() {
    return plan.risk().kind() == Risk.Kind.MEAN;
  }

  /** Names what the plan maximises. */
  public String measured() {
    long percent = Math.round(100 * plan.risk().level());
    return switch (plan.risk().kind()) {
      case MEAN -> counted();
      case QUANTILE -> "%s (%d%% quantile of the draws)".formatted(counted(), percent);
      case CVAR -> "%s (mean of the worst %d%% of the draws)".formatted(counted(), percent);
    };
  }

  /** Gives the planned weeks. */
  public String window() {
    return plan.weeks().get(0) + " to " + plan.weeks().get(plan.weeks().size() - 1);
  }

  /** Says how much more the plan brings than the present one, or how much less. */
  public String gained() {
    double gain = plan.gain().mean();
    return Human.number(Math.abs(gain)) + (gain < 0 ? " less" : " more");
  }

  /** Tells whether the present spend lies among the budgets of the frontier. */
  public boolean frontierMeetsPresent() {
    double present = result().present().spend();
    return plan.frontier().stream().anyMatch(point -> point.budget() <= present)
        && plan.frontier().stream().anyMatch(point -> point.budget() >= present);
  }

  /** Says how far below the best plan this one can be. */
  public String guarantee() {
    return "By proof, this plan earns at most %s less than the best one within the rules."
        .formatted(percent(result().gap().orElseThrow()));
  }

  private static String percent(double share) {
    return share < 1e-6 ? "a millionth" : String.format(Locale.ROOT, "%.2g%%", 100 * share);
  }

  /** Gives the first of the rules that hold the plan. */
  public List<ActiveLimit> active() {
    return result().active().stream().limit(MOST_ROWS).toList();
  }

  /** Gives the first of the cells beyond what was observed. */
  public List<String> beyond() {
    return result().beyondObserved().stream().limit(MOST_ROWS).toList();
  }

  /** Gives how many rows a list leaves out. */
  public int leftOut(int size) {
    return Math.max(0, size - MOST_ROWS);
  }

  /** Says which end of a rule holds. */
  public String side(ActiveLimit limit) {
    return limit.side().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Writes the central 90% of an estimate. */
  public String range(Estimate estimate) {
    return Human.number(estimate.lower()) + " to " + Human.number(estimate.upper());
  }

  /** Gives the style sheet. */
  public String style() {
    return Assets.style();
  }

  /** Gives the chart library. */
  public String echarts() {
    return Assets.echarts();
  }

  /** Gives the script that says what to draw. */
  public String script() {
    return Assets.planScript();
  }

  /** Gives the data of the charts. */
  public String data() {
    return PlanData.json(this);
  }
}
