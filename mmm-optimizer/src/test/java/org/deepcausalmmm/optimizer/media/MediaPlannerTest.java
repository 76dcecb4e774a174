package org.deepcausalmmm.optimizer.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.deepcausalmmm.optimizer.media.Codes.requireRefusal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.deepcausalmmm.core.planning.FutureWeeks;
import org.deepcausalmmm.optimizer.FrontierPoint;
import org.deepcausalmmm.optimizer.Mode;
import org.deepcausalmmm.optimizer.ModeResult;
import org.deepcausalmmm.optimizer.problem.Money;
import org.deepcausalmmm.optimizer.result.Guarantee;
import org.deepcausalmmm.optimizer.result.OptimizationResult;
import org.deepcausalmmm.optimizer.result.Unspent;
import org.deepcausalmmm.optimizer.risk.Risk;
import org.deepcausalmmm.optimizer.solve.RandomPlans;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MediaPlannerTest {
  private static SmallModel independent;
  private static SmallModel coupled;

  @BeforeAll
  static void fit() {
    independent = SmallModel.independent();
    coupled = SmallModel.coupled();
    assertThat(coupled.fitted().equations().causalEdges()).anyMatch(e -> e.weight() > 0.01);
  }

  /** Asks for the best use of the present money in six weeks. */
  private static PlanRequest request(PlanBy by) {
    return new PlanRequest(
        Optional.of(new FutureWeeks(80, 6)),
        by,
        new Mode.FixedBudget(),
        OptionalDouble.empty(),
        Risk.mean(),
        Optional.empty());
  }

  private static PlanRequest ruled(PlanBy by, String rules) {
    return request(by).under(new PlanRequest.Constraints("rules.yaml", rules));
  }

  private static double sum(double[][][] spend) {
    return Money.of(
        Arrays.stream(spend)
            .flatMap(Arrays::stream)
            .flatMapToDouble(Arrays::stream)
            .mapToLong(Money::cents)
            .sum());
  }

  private static OptimizationResult requireSound(MediaPlan plan) {
    OptimizationResult result = plan.answer().result();
    assertThat(result.optimum().violations()).isEmpty();
    assertThat(sum(plan.spend())).isEqualTo(result.optimum().spend());
    assertThat(Money.cents(result.optimum().spend()) + Money.cents(result.unspent()))
        .isEqualTo(Money.cents(result.problem().budget()));
    assertThat(result.optimum().value()).isGreaterThanOrEqualTo(result.even().value());
    if (result.present().allowed()) {
      assertThat(result.optimum().value()).isGreaterThanOrEqualTo(result.present().value());
    }
    return result;
  }

  @Test
  void channelsThatDoNotDriveEachOtherAreOptimisedExactlyAndAsTheModelSees() {
    MediaPlan plan = independent.plan(request(PlanBy.CHANNEL));
    OptimizationResult result = requireSound(plan);
    assertThat(result.guarantee()).isEqualTo(Guarantee.EXACT);
    assertThat(plan.outcomes().optimum().mean())
        .isCloseTo(result.optimum().value(), within(1e-3 * result.optimum().value()));
    assertThat(plan.gain().mean())
        .isCloseTo(
            plan.outcomes().optimum().mean() - plan.outcomes().present().mean(),
            within(1e-6 * plan.outcomes().optimum().mean()));
    assertThat(plan.gain().lower()).isLessThanOrEqualTo(plan.gain().mean());
    assertThat(result.probabilityBetter().orElseThrow()).isGreaterThan(0.5);
  }

  @Test
  void theNextMoneyBringsTheSameWhereNoBoundHolds() {
    OptimizationResult result = independent.plan(request(PlanBy.REGION)).answer().result();
    double[] plan = result.optimum().plan();
    double[] free =
        IntStream.range(0, plan.length)
            .filter(i -> plan[i] > 1 && plan[i] < result.problem().decisions().get(i).upper() - 1)
            .mapToDouble(i -> result.marginal()[i])
            .toArray();
    assertThat(free).hasSizeGreaterThan(1);
    double most = Arrays.stream(free).max().orElseThrow();
    assertThat(Arrays.stream(free).min().orElseThrow()).isCloseTo(most, within(0.02 * most));
  }

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
  void aChannelWithoutMoneyHasOneMarginalReturn() {
    PlanRequest scarce =
        ruled(PlanBy.CHANNEL, "fixed: {%s: 0}".formatted(independent.channels().get(0)));
    MediaPlan plan = independent.plan(scarce);
    OptimizationResult result = plan.answer().result();
    assertThat(result.optimum().plan()[0]).isZero();
    for (int c = 0; c < plan.channels().size(); c++) {
      double cell = result.marginal()[c];
      double tolerance = result.optimum().plan()[c] == 0 ? 1e-9 : 0.05;
      assertThat(plan.channels().get(c).marginal()).isCloseTo(cell, within(tolerance * cell));
    }
  }

  @Test
  void regionsCanOnlyAdd() {
    OptimizationResult channels = requireSound(independent.plan(request(PlanBy.CHANNEL)));
    MediaPlan plan = independent.plan(request(PlanBy.REGION));
    OptimizationResult regions = requireSound(plan);
    assertThat(regions.guarantee()).isNotEqualTo(Guarantee.LOCAL);
    assertThat(plan.outcomes().optimum().mean())
        .isGreaterThan(channels.optimum().value() * (1 - 1e-3));
  }

  @Test
  void weeksAreClimbedOnTheWholeModel() {
    OptimizationResult weeks = requireSound(independent.plan(request(PlanBy.WEEK)));
    assertThat(weeks.guarantee()).isEqualTo(Guarantee.BOUNDED);
    assertThat(weeks.gap().orElseThrow()).isBetween(0.0, 0.15);
    assertThat(weeks.gain()).isPositive();
    requireSound(coupled.plan(request(PlanBy.REGION_WEEK)));
  }

  @Test
  void whatChannelsDriveIsPlannedWith() {
    MediaPlan plan = coupled.plan(request(PlanBy.CHANNEL));
    OptimizationResult result = requireSound(plan);
    assertThat(result.gap().orElseThrow()).isBetween(0.0, 0.05);
    assertThat(plan.outcomes().optimum().mean())
        .isCloseTo(result.optimum().value(), within(1e-4 * result.optimum().value()));
    List<FrontierPoint> frontier = plan.frontier();
    assertThat(frontier).hasSizeGreaterThan(5);
    for (int k = 1; k < frontier.size(); k++) {
      assertThat(frontier.get(k).value()).isGreaterThan(frontier.get(k - 1).value() * (1 - 1e-3));
      assertThat(frontier.get(k).upperBound().orElseThrow())
          .isBetween(frontier.get(k).value(), 1.1 * frontier.get(k).value());
    }
  }

  @Test
  void carefulPlansAreBetterByTheirOwnMeasure() {
    for (String risk : List.of("p10", "cvar10")) {
      Risk measure = Risk.parse(risk);
      MediaPlan mean = independent.plan(request(PlanBy.CHANNEL));
      MediaPlan careful = independent.plan(request(PlanBy.CHANNEL).measuredBy(measure));
      requireSound(careful);
      MediaDrawsProbe probe = new MediaDrawsProbe(independent, 80, 6);
      double worst = measure.of(probe.outcomes(careful.spend()));
      assertThat(worst).isGreaterThan(measure.of(probe.outcomes(mean.spend())) * (1 - 5e-3));
    }
  }

  @Test
  void noRandomPlanExceedsTheBound() {
    Random random = new Random(4);
    for (String risk : List.of("mean", "p10", "cvar10")) {
      Risk measure = Risk.parse(risk);
      for (PlanBy by : List.of(PlanBy.CHANNEL, PlanBy.WEEK)) {
        OptimizationResult result = requireSound(coupled.plan(request(by).measuredBy(measure)));
        double bound = result.upperBound().orElseThrow();
        MediaDrawsProbe probe = new MediaDrawsProbe(coupled, 80, 6);
        SpendMap map = probe.map(coupled, by);
        for (int n = 0; n < 20; n++) {
          double[] plan = RandomPlans.draw(result.problem(), random);
          assertThat(measure.of(probe.outcomes(map.spread(plan)))).isLessThan(bound);
        }
        assertThat(measure.of(probe.outcomes(map.spread(result.optimum().plan()))))
            .isLessThanOrEqualTo(bound);
      }
    }
  }

  @Test
  void whereTheLeastBudgetIsAskedOneIsProvenNotToSuffice() {
    OptimizationResult fixed = coupled.plan(request(PlanBy.CHANNEL)).answer().result();
    double goal = 0.9 * fixed.optimum().value();
    ModeResult least =
        coupled.plan(request(PlanBy.CHANNEL).inMode(new Mode.MinimumBudget(goal))).answer();
    assertThat(least.result().optimum().value()).isGreaterThanOrEqualTo(goal);
    assertThat(least.provenBudget().orElseThrow()).isBetween(0.7 * least.budget(), least.budget());
  }

  @Test
  void everyModeAnswersItsQuestion() {
    MediaPlan fixed = independent.plan(request(PlanBy.CHANNEL));
    double present = fixed.answer().result().present().spend();
    double outcome = fixed.answer().result().present().value();

    MediaPlan goal =
        independent.plan(request(PlanBy.CHANNEL).inMode(new Mode.MinimumBudget(0.8 * outcome)));
    assertThat(requireSound(goal).optimum().value()).isGreaterThanOrEqualTo(0.8 * outcome);
    assertThat(goal.answer().budget()).isLessThan(0.8 * present);

    MediaPlan same = independent.plan(request(PlanBy.CHANNEL).inMode(new Mode.SameOutcome()));
    assertThat(same.answer().result().optimum().value()).isGreaterThanOrEqualTo(outcome);
    assertThat(same.answer().budget()).isLessThan(present);

    MediaPlan extra = independent.plan(request(PlanBy.CHANNEL).inMode(new Mode.ExtraMoney(1000)));
    assertThat(requireSound(extra).optimum().spend()).isCloseTo(present + 1000, within(0.011));
    for (MediaPlan.PlannedChannel channel : extra.channels()) {
      assertThat(channel.optimum()).isGreaterThanOrEqualTo(channel.present() - 0.01);
    }

    double marginal = fixed.channels().stream().mapToDouble(c -> c.marginal()).max().orElseThrow();
    MediaPlan next =
        independent.plan(request(PlanBy.CHANNEL).inMode(new Mode.TargetMarginalRoi(marginal)));
    assertThat(next.answer().result().optimum().spend()).isLessThan(1.2 * present);

    double roi = 0.9 * outcome / present;
    MediaPlan average = independent.plan(request(PlanBy.CHANNEL).inMode(new Mode.TargetRoi(roi)));
    OptimizationResult result = average.answer().result();
    assertThat(result.optimum().value() / result.optimum().spend())
        .isGreaterThanOrEqualTo(roi * (1 - 1e-6));
    MediaPlan cost = independent.plan(request(PlanBy.CHANNEL).inMode(new Mode.TargetCpa(1 / roi)));
    assertThat(cost.answer().budget()).isCloseTo(average.answer().budget(), within(1.0));
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

  private static PlanRequest withThirtyTimesTheBudget() {
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
