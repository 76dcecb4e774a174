package org.deepcausalmmm.report.plan;

import java.util.List;
import org.deepcausalmmm.data.PeriodWords;
import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.report.text.Human;
import org.jspecify.annotations.Nullable;

/**
 * The content of a plan's {@code summary.json}. Money and outcomes are sums over the window, in the
 * units of the data.
 */
public record PlanSummary(
    String version,
    PlanAim request,
    Window window,
    PlanBudget money,
    Proof proof,
    Alternatives alternatives,
    List<ChannelMoney> channels,
    Limits limits) {

  /**
   * The question that the plan answers.
   *
   * @param unit {@code kpi} or {@code value}
   * @param by the level of decisions: channel, region, week or region-week
   * @param risk mean, p10 or cvar10, with any percentage
   */
  public record PlanAim(
      String outcome, String unit, String mode, String by, String risk, int draws) {}

  /**
   * The planned weeks or months.
   *
   * @param words name the period
   */
  public record Window(String first, String last, int weeks, PeriodWords words) {
    /** Returns the length, such as 13 weeks. */
    public String length() {
      return words.in(Human.count(weeks, "week", "weeks"));
    }
  }

  /** The budget and what of it is spent. */
  public record PlanBudget(double budget, double spend, double unspent, String unspentReason) {}

  /**
   * The distance to the best plan within the constraints.
   *
   * @param gap the largest possible share by which the best plan is better; NaN if unknown
   */
  public record Proof(String guarantee, double gap, String method) {}

  /** The present plan, the even split and the optimised plan, and the gain of the last. */
  public record Alternatives(
      PlanOutcome present,
      PlanOutcome even,
      PlanOutcome optimum,
      Interval gain,
      @Nullable Double probabilityBetter) {}

  /**
   * The outcome of one plan.
   *
   * @param measure the value of the objective (the mean, a quantile or a conditional value at risk)
   * @param violations the constraints that the plan breaks
   */
  public record PlanOutcome(
      double spend, Interval outcome, double measure, boolean allowed, List<String> violations) {
    public PlanOutcome {
      violations = List.copyOf(violations);
    }
  }

  /** The present and the optimised spend of a channel; mROI is NaN where it is unknown. */
  public record ChannelMoney(
      String name,
      double present,
      double optimum,
      Interval presentOutcome,
      Interval optimumOutcome,
      double mroi) {}

  /**
   * The constraints that hold the plan and the cells beyond what was observed.
   *
   * @param notRaised channels with confounded evidence, which the plan keeps at or below their
   *     present spend unless a bound says otherwise
   */
  public record Limits(
      List<ActiveConstraint> active, List<String> beyondObserved, List<String> notRaised) {
    public Limits {
      active = List.copyOf(active);
      beyondObserved = List.copyOf(beyondObserved);
      notRaised = List.copyOf(notRaised);
    }
  }

  /** A constraint that holds the plan, and the spend at which it does. */
  public record ActiveConstraint(String name, String side, double amount) {}

  public PlanSummary {
    channels = List.copyOf(channels);
  }
}
