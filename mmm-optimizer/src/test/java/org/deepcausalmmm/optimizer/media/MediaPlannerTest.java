package org.deepcausalmmm.optimizer.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.deepcausalmmm.optimizer.media.SixWeeks.request;
import static org.deepcausalmmm.optimizer.media.SixWeeks.requireSound;
import static org.deepcausalmmm.optimizer.media.SixWeeks.ruled;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deepcausalmmm.core.planning.FutureWeeks;
import org.deepcausalmmm.optimizer.FrontierPoint;
import org.deepcausalmmm.optimizer.Mode;
import org.deepcausalmmm.optimizer.ModeResult;
import org.deepcausalmmm.optimizer.result.Guarantee;
import org.deepcausalmmm.optimizer.result.OptimizationResult;
import org.junit.jupiter.api.Test;

/** Plans of every level and mode answer their questions, within a proven bound. */
class MediaPlannerTest {
  private final SmallModel independent = SmallModel.independent();
  private final SmallModel coupled = SmallModel.coupled();

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
    assertThat(coupled.fitted().equations().causalEdges()).anyMatch(e -> e.weight() > 0.01);
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
  void anExperimentThatSaysNothingChangesNoPlanAndASharpOneDoes() {
    double present = 0;
    String channel = independent.fitted().panel().channelNames().get(0);
    for (double[] region : independent.fitted().panel().channels().get(0).planned()) {
      present += Arrays.stream(region, 74, 80).sum();
    }
    ExperimentRanker ranker =
        new ExperimentRanker(
            independent.fitted(), independent.media(), new FutureWeeks(80, 6), 4 * present, 3);
    CandidateExperiment vague = new CandidateExperiment(channel, 0, present / 2, 1e15, "vague");
    CandidateExperiment sharp = new CandidateExperiment(channel, 0, present / 2, 1, "sharp");
    List<ExperimentWorth> ranked = ranker.rank(List.of(vague, sharp));
    assertThat(ranked).hasSize(2);
    for (ExperimentWorth worth : ranked) {
      assertThat(worth.lift()).isNegative();
      assertThat(worth.value().lower()).isLessThanOrEqualTo(worth.value().mean());
      assertThat(worth.value().upper()).isGreaterThanOrEqualTo(worth.value().mean());
      boolean blind = worth.experiment().equals(vague);
      assertThat(worth.value().mean() == 0).isEqualTo(blind);
      assertThat(worth.changesPlan() == 0).isEqualTo(blind);
    }
    assertThat(ranker.rank(List.of(sharp)).get(0).value())
        .isEqualTo(
            ranked.stream()
                .filter(w -> w.experiment().equals(sharp))
                .findFirst()
                .orElseThrow()
                .value());
  }
}
