package org.deepcausalmmm.report.html;

import java.util.List;
import java.util.Locale;
import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.report.plan.PlanModel;
import org.deepcausalmmm.report.plan.PlanSummary;
import org.deepcausalmmm.report.plan.PlanSummary.ActiveConstraint;
import org.deepcausalmmm.report.plan.PlanSummary.Alternatives;
import org.deepcausalmmm.report.plan.PlanSummary.Request;
import org.deepcausalmmm.report.text.Human;

/** The values that the template of a plan's report asks for. */
public record PlanPage(PlanModel model) {
  private static final int MOST_ROWS = 60;

  /** Returns the figures of the plan as a whole. */
  public PlanSummary summary() {
    return model.summary();
  }

  /** Returns the question that the plan answers. */
  public Request request() {
    return summary().request();
  }

  /** Returns the present, even and optimised plan. */
  public Alternatives plans() {
    return summary().alternatives();
  }

  /** Returns the name of what outcomes are counted in. */
  public String counted() {
    return request().unit().equals("value")
        ? "value of " + request().outcome()
        : request().outcome();
  }

  /** Returns whether the plan is best by the posterior mean. */
  public boolean maximisesMean() {
    return request().risk().equals("mean");
  }

  /** Returns the name of what the plan maximises. */
  public String measured() {
    String risk = request().risk();
    if (risk.startsWith("p")) {
      return "%s (%s%% quantile of the draws)".formatted(counted(), risk.substring(1));
    }
    return risk.startsWith("cvar")
        ? "%s (mean of the worst %s%% of the draws)".formatted(counted(), risk.substring(4))
        : counted();
  }

  /** Returns the planned weeks. */
  public String window() {
    return summary().window().first() + " to " + summary().window().last();
  }

  /** Returns how much more than the present plan this one earns, or how much less. */
  public String gained() {
    double gain = plans().gain().mean();
    return Human.number(Math.abs(gain)) + (gain < 0 ? " less" : " more");
  }

  /** Returns whether the present spend lies among the budgets of the frontier. */
  public boolean frontierMeetsPresent() {
    double present = plans().present().spend();
    return model.frontier().stream().anyMatch(point -> point.budget() <= present)
        && model.frontier().stream().anyMatch(point -> point.budget() >= present);
  }

  /** Returns a sentence on how far below the best plan this one can be. */
  public String guarantee() {
    return "By proof, this plan earns at most %s less than the best one within the rules."
        .formatted(percent(summary().proof().gap()));
  }

  private static String percent(double share) {
    return share < 1e-6 ? "a millionth" : String.format(Locale.ROOT, "%.2g%%", 100 * share);
  }

  /** Returns the first of the constraints that hold the plan. */
  public List<ActiveConstraint> active() {
    return summary().limits().active().stream().limit(MOST_ROWS).toList();
  }

  /** Returns the first of the cells beyond what was observed. */
  public List<String> beyond() {
    return summary().limits().beyondObserved().stream().limit(MOST_ROWS).toList();
  }

  /** Returns how many rows a list leaves out. */
  public int leftOut(int size) {
    return Math.max(0, size - MOST_ROWS);
  }

  /** Returns which end of a constraint holds. */
  public String side(ActiveConstraint constraint) {
    return Human.words(constraint.side());
  }

  /** Returns the bounds of an estimate. */
  public String range(Interval estimate) {
    return Human.range(estimate);
  }

  /** Returns the style sheet. */
  public String style() {
    return Assets.style();
  }

  /** Returns the chart library. */
  public String echarts() {
    return Assets.echarts();
  }

  /** Returns the script that draws the charts. */
  public String script() {
    return Assets.planScript();
  }

  /** Returns the data of the charts as JSON. */
  public String data() {
    return PlanData.json(this);
  }
}
