package org.deepcausalmmm.optimizer.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.deepcausalmmm.optimizer.media.Codes.requireRefusal;
import static org.deepcausalmmm.optimizer.media.SixWeeks.request;
import static org.deepcausalmmm.optimizer.media.SixWeeks.requireSound;
import static org.deepcausalmmm.optimizer.media.SixWeeks.ruled;
import static org.deepcausalmmm.optimizer.media.SixWeeks.sum;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.deepcausalmmm.core.planning.FutureWeeks;
import org.deepcausalmmm.optimizer.Mode;
import org.deepcausalmmm.optimizer.result.OptimizationResult;
import org.deepcausalmmm.optimizer.result.Unspent;
import org.deepcausalmmm.optimizer.risk.Risk;
import org.junit.jupiter.api.Test;

/** Plans keep the rules of a file, and the bounds that hold without one. */
class PlanRulesTest {
  private final SmallModel independent = SmallModel.independent();

  @Test
  void thePresentPlanCountsInFullWhereARuleAllowsLess() {
    MediaPlan free = independent.plan(request(PlanBy.CHANNEL));
    String channel = independent.channels().get(0);
    double now = sum(new double[][][] {free.present()[0]});
    MediaPlan bound =
        independent.plan(
            ruled(
                PlanBy.CHANNEL, "bounds: {%s: {max: %s}}".formatted(channel, Math.floor(now / 2))));

    assertThat(bound.answer().result().present().allowed()).isFalse();
    assertThat(bound.answer().result().present().value())
        .isCloseTo(
            free.answer().result().present().value(),
            within(1e-3 * free.answer().result().present().value()));
  }

  @Test
  void rulesOfAFileHold() {
    List<String> names = independent.channels();
    String rules =
        "fixed: {%s: present}%nbounds: {%s: {max_change: 10%%}}%n"
            .formatted(names.get(0), names.get(1));
    MediaPlan plan = independent.plan(ruled(PlanBy.CHANNEL, rules));
    requireSound(plan);
    assertThat(plan.channels().get(0).optimum())
        .isCloseTo(plan.channels().get(0).present(), within(0.01));
    assertThat(plan.channels().get(1).optimum())
        .isLessThanOrEqualTo(1.1 * plan.channels().get(1).present() + 0.01);
    MediaPlan pulsed =
        independent.plan(ruled(PlanBy.WEEK, "flights: {%s: [0, 3]}".formatted(names.get(2))));
    requireSound(pulsed);
    for (int t : new int[] {1, 2, 4, 5}) {
      for (double[] region : pulsed.spend()[2]) {
        assertThat(region[t]).isZero();
      }
    }
  }

  @Test
  void rulesThatCannotHoldAreRefused() {
    String name = independent.channels().get(0);
    requireRefusal(
        "MMM-CONFIG-301",
        () -> independent.plan(ruled(PlanBy.CHANNEL, "bounds: {%s: {min: 1e9}}".formatted(name))));
    requireRefusal(
        "MMM-USAGE-302",
        () ->
            independent.plan(
                ruled(PlanBy.CHANNEL, "bounds: {%s: {min: 9e8, max: 1e9}}".formatted(name))));
    requireRefusal(
        "MMM-CONFIG-301",
        () ->
            independent.plan(
                ruled(PlanBy.CHANNEL, "bounds: {%s: {min: 10, max: 5}}".formatted(name))));
    requireRefusal(
        "MMM-CONFIG-306", () -> independent.plan(ruled(PlanBy.CHANNEL, "fixed: {telly: 5}")));
  }

  private PlanRequest withThirtyTimesTheBudget() {
    double present = independent.plan(request(PlanBy.CHANNEL)).answer().result().present().spend();
    return new PlanRequest(
        Optional.of(new FutureWeeks(80, 6)),
        PlanBy.CHANNEL,
        new Mode.FixedBudget(),
        OptionalDouble.of(Math.rint(30 * present)),
        Risk.mean(),
        Optional.empty());
  }

  @Test
  void withoutRulesNoChannelRisesFarBeyondAnythingSeen() {
    MediaPlan plan = independent.plan(withThirtyTimesTheBudget());
    OptimizationResult result = requireSound(plan);
    for (int i = 0; i < result.optimum().plan().length; i++) {
      assertThat(result.optimum().plan()[i])
          .isLessThanOrEqualTo(1.3 * result.problem().decisions().get(i).observed() + 0.01);
    }
    assertThat(result.unspentReason()).isEqualTo(Unspent.LIMITS);
    assertThat(result.unspentReason().reason()).contains("1.3 times the most ever spent");
  }

  @Test
  void spendFarBeyondWhatWasSeenNeedsARuleAndIsFlaggedWithTheRange() {
    PlanRequest rich = withThirtyTimesTheBudget();
    double budget = rich.budget().orElseThrow();
    OptimizationResult result =
        requireSound(
            independent.plan(
                rich.under(
                    new PlanRequest.Constraints(
                        "rules.yaml", "bounds: {\"*\": {max: %.0f}}".formatted(budget)))));
    assertThat(result.unspent()).isZero();
    assertThat(result.beyondObserved())
        .isNotEmpty()
        .allMatch(line -> line.matches(".*beyond the observed range 0.00 to .*"));
  }
}
