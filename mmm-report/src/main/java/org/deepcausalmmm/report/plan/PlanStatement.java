package org.deepcausalmmm.report.plan;

import java.util.List;
import java.util.StringJoiner;
import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.report.plan.PlanSummary.ChannelMoney;
import org.deepcausalmmm.report.text.Human;

/** The sentences that state what a plan achieves, for the terminal and the report alike. */
public final class PlanStatement {
  private static final double NEGLIGIBLE = 1e-6;

  private final PlanSummary plan;

  /** Creates the sentences of a plan. */
  public PlanStatement(PlanSummary plan) {
    this.plan = plan;
  }

  /** Returns the name of what outcomes are counted in. */
  public String counted() {
    PlanSummary.PlanAim request = plan.request();
    return request.unit().equals("value") ? "value of " + request.outcome() : request.outcome();
  }

  /** Returns the spend of the present plan less that of the optimised one. */
  public double saved() {
    return plan.alternatives().present().spend() - plan.alternatives().optimum().spend();
  }

  /** Returns whether the plan spends less than the present one for at least the same outcome. */
  public boolean saves() {
    double outcome = plan.alternatives().present().outcome().mean();
    return saved() > NEGLIGIBLE * plan.alternatives().present().spend()
        && plan.alternatives().gain().mean() > -1e-3 * Math.abs(outcome);
  }

  /** Returns the plan's spend, and the present one's for comparison. */
  public String spend() {
    return "Planned spend: %s of a budget of %s over %s; the present plan spends %s."
        .formatted(
            Human.number(plan.alternatives().optimum().spend()),
            Human.number(plan.money().budget()),
            plan.window().length(),
            Human.number(plan.alternatives().present().spend()));
  }

  /** Returns the saving, where there is one, and the change of the outcome with its interval. */
  public String achievement() {
    Interval gain = plan.alternatives().gain();
    String change =
        "expected %s is %s %s than under the present plan (90%% interval %s)"
            .formatted(
                counted(),
                Human.number(Math.abs(gain.mean())),
                gain.mean() < 0 ? "lower" : "higher",
                Human.signedRange(gain));
    if (saves()) {
      return "The plan saves %s (%s of the present spend); %s."
          .formatted(
              Human.number(saved()),
              Human.percent(saved() / plan.alternatives().present().spend()),
              change);
    }
    return "E" + change.substring(1) + ".";
  }

  /** Returns how far below the best plan within the constraints this one can be. */
  public String proof() {
    double gap = plan.proof().gap();
    if (Double.isNaN(gap)) {
      return "No bound on the best plan within the constraints is known.";
    }
    return gap < NEGLIGIBLE
        ? "No plan within the constraints is better by more than a millionth, by proof."
        : "The best plan within the constraints is at most %s better, by proof."
            .formatted(Human.percent(gap));
  }

  /** Returns which channels the plan does not raise, and why; empty if none. */
  public String notRaised() {
    List<String> names = plan.limits().notRaised();
    return names.isEmpty()
        ? ""
        : ("The evidence for %s is confounded: exposure follows demand. The plan does not raise %s beyond"
                + " present spend unless a bound names it. Run a lift test.")
            .formatted(String.join(", ", names), names.size() == 1 ? "it" : "them");
  }

  /**
   * Returns what the last unit of money earns where that is less than one unit; empty if nowhere.
   */
  public String belowOne() {
    List<ChannelMoney> below =
        plan.channels().stream().filter(c -> c.optimum() > 0 && c.mroi() < 1).toList();
    if (below.isEmpty()) {
      return "";
    }
    StringJoiner names = new StringJoiner(", ");
    below.forEach(c -> names.add("%s %s".formatted(c.name(), Human.number(c.mroi()))));
    return "The last unit of money earns less than one unit of %s in: %s (marginal ROI)."
        .formatted(counted(), names);
  }
}
