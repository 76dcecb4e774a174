package org.deepcausalmmm.report.html;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.report.plan.PlanModel;
import org.deepcausalmmm.report.plan.PlanStatement;
import org.deepcausalmmm.report.plan.PlanSummary;
import org.deepcausalmmm.report.plan.PlanSummary.ActiveConstraint;
import org.deepcausalmmm.report.plan.PlanSummary.Alternatives;
import org.deepcausalmmm.report.plan.PlanSummary.ChannelMoney;
import org.deepcausalmmm.report.plan.PlanSummary.PlanAim;
import org.deepcausalmmm.report.text.Human;

/** The values that the template of a plan's report asks for. */
public record PlanPage(PlanModel model) {
  private static final int MOST_ROWS = 60;

  /** Returns the figures of the plan as a whole. */
  public PlanSummary summary() {
    return model.summary();
  }

  /** Returns the question that the plan answers. */
  public PlanAim request() {
    return summary().request();
  }

  /** Returns the present, even and optimised plan. */
  public Alternatives plans() {
    return summary().alternatives();
  }

  /** Returns the sentences on what the plan achieves. */
  public PlanStatement statement() {
    return new PlanStatement(summary());
  }

  /** Returns the name of what outcomes are counted in. */
  public String counted() {
    return statement().counted();
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

  /** Returns the largest increase and the largest cut. */
  public String largestMove() {
    Comparator<ChannelMoney> byMove = Comparator.comparingDouble(c -> c.optimum() - c.present());
    Optional<ChannelMoney> up = summary().channels().stream().max(byMove);
    Optional<ChannelMoney> down = summary().channels().stream().min(byMove);
    String raised = up.filter(c -> c.optimum() > c.present()).map(PlanPage::move).orElse("");
    String cut = down.filter(c -> c.optimum() < c.present()).map(PlanPage::move).orElse("");
    if (raised.isEmpty() && cut.isEmpty()) {
      return "No channel's spend changes.";
    }
    return raised.isEmpty() || cut.isEmpty()
        ? "The largest change: %s.".formatted(raised + cut)
        : "The largest increase: %s; the largest cut: %s.".formatted(raised, cut);
  }

  private static String move(ChannelMoney channel) {
    return "%s from %s to %s"
        .formatted(
            channel.name(), Human.number(channel.present()), Human.number(channel.optimum()));
  }

  /** Returns the outcomes of the three plans in a sentence. */
  public String comparison() {
    return "The optimised plan is expected to earn %s, the even split %s, the present plan %s."
        .formatted(
            Human.number(plans().optimum().outcome().mean()),
            Human.number(plans().even().outcome().mean()),
            Human.number(plans().present().outcome().mean()));
  }

  /** Returns whether the present spend lies among the budgets of the frontier. */
  public boolean frontierMeetsPresent() {
    double present = plans().present().spend();
    return model.frontier().stream().anyMatch(point -> point.budget() <= present)
        && model.frontier().stream().anyMatch(point -> point.budget() >= present);
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
    return Assets.script();
  }

  /** Returns the data of the charts as JSON. */
  public String data() {
    return PlanData.json(this);
  }
}
