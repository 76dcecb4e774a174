package org.deepcausalmmm.optimizer.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.deepcausalmmm.core.planning.FutureWeeks;
import org.deepcausalmmm.optimizer.Mode;
import org.deepcausalmmm.optimizer.constraint.PlanChecker;
import org.deepcausalmmm.optimizer.problem.Money;
import org.deepcausalmmm.optimizer.result.OptimizationResult;
import org.deepcausalmmm.optimizer.risk.Risk;
import org.deepcausalmmm.optimizer.solve.RandomPlans;

/**
 * Plans of a fitted model at every level: by week, by region, and of channels that drive others.
 */
class PlanPropertiesTest {
  private static final int FIRST = 80;
  private static final int WEEKS = 4;
  private static SmallModel coupled;
  private static MediaDrawsProbe probe;
  private static double present;

  @BeforeContainer
  static void fit() {
    coupled = SmallModel.coupled();
    probe = new MediaDrawsProbe(coupled, FIRST, WEEKS);
    present =
        Arrays.stream(probe.media().present())
            .flatMap(Arrays::stream)
            .flatMapToDouble(Arrays::stream)
            .sum();
  }

  private static OptimizationResult plan(PlanBy by, double budget, String rules) {
    return plan(coupled, by, budget, rules);
  }

  private static OptimizationResult plan(SmallModel model, PlanBy by, double budget, String rules) {
    PlanRequest request =
        new PlanRequest(
                Optional.of(new FutureWeeks(FIRST, WEEKS)),
                by,
                new Mode.FixedBudget(),
                OptionalDouble.of(Money.of(Money.cents(budget))),
                Risk.mean(),
                Optional.empty())
            .under(new PlanRequest.Constraints("rules.yaml", rules));
    MediaPlan plan = model.plan(request);
    OptimizationResult result = plan.answer().result();
    assertThat(
            Money.cents(
                Arrays.stream(plan.spend())
                    .flatMap(Arrays::stream)
                    .flatMapToDouble(Arrays::stream)
                    .sum()))
        .isEqualTo(Money.cents(result.optimum().spend()));
    return result;
  }

  /** Returns rules that a plan at this level can have. */
  private static String rules(PlanBy by, Random random) {
    List<String> names = coupled.channels();
    String first = names.get(random.nextInt(names.size()));
    String second = names.get((names.indexOf(first) + 1) % names.size());
    StringBuilder rules = new StringBuilder();
    rules.append("bounds: {%s: {max_change: 20%%}}%n".formatted(first));
    rules.append(
        "groups: [{name: two, channels: [%s, %s], max_share: 60%%}]%n".formatted(first, second));
    if (by.byWeek() && random.nextBoolean()) {
      rules.append("change_limit: {%s: {relative: 50%%, absolute: 20}}%n".formatted(second));
    }
    if (by.byWeek() && random.nextBoolean()) {
      rules.append("flights: {%s: [0, 2]}%n".formatted(first));
    }
    return rules.toString();
  }

  /** A plan takes seconds: each build tries another one, and the benchmarks several. */
  @Property(tries = 1)
  void balancesKeepsEveryRuleAndNoRandomPlanIsBetter(
      @ForAll PlanBy by,
      @ForAll @IntRange(max = 1000) int seed,
      @ForAll @DoubleRange(min = 0.4, max = 1.6) double part) {
    requireBest(by, seed, part);
  }

  @Property(tries = 6)
  @Tag("benchmark")
  void noRandomPlanIsBetterInFurtherProblems(
      @ForAll PlanBy by,
      @ForAll @IntRange(max = 1000) int seed,
      @ForAll @DoubleRange(min = 0.4, max = 1.6) double part) {
    requireBest(by, seed, part);
  }

  private static void requireBest(PlanBy by, int seed, double part) {
    Random random = new Random(seed);
    OptimizationResult result = plan(by, part * present, rules(by, random));
    assertThat(PlanChecker.violations(result.problem(), result.optimum().plan())).isEmpty();
    assertThat(Money.cents(result.optimum().spend()) + Money.cents(result.unspent()))
        .isEqualTo(Money.cents(result.problem().budget()));
    double bound = result.upperBound().orElseThrow();
    assertThat(bound).isGreaterThanOrEqualTo(result.optimum().value());
    SpendMap map = probe.map(coupled, by);
    for (int n = 0; n < 40; n++) {
      double[] plan = RandomPlans.draw(result.problem(), random);
      if (PlanChecker.allows(result.problem(), plan)) {
        double value = Arrays.stream(probe.outcomes(map.spread(plan))).average().orElseThrow();
        assertThat(value).isLessThanOrEqualTo(result.optimum().value());
      }
    }
  }

  @Property(tries = 1)
  void neverEarnsLessWithMoreMoney(
      @ForAll PlanBy by,
      @ForAll @DoubleRange(min = 0.4, max = 1) double less,
      @ForAll @DoubleRange(min = 1.1, max = 1.6) double more) {
    OptimizationResult small = plan(by, less * present, "{}");
    OptimizationResult large = plan(by, more * present, "{}");
    assertThat(large.optimum().value()).isGreaterThanOrEqualTo(small.optimum().value());
    assertThat(large.upperBound().orElseThrow()).isGreaterThanOrEqualTo(small.optimum().value());
  }

  @Property(tries = 1)
  void theOrderOfChannelsAndRulesDoesNotMatter(
      @ForAll PlanBy by,
      @ForAll @IntRange(max = 1000) int seed,
      @ForAll @DoubleRange(min = 0.4, max = 1.6) double part) {
    requireSameInAnyOrder(by, seed, part);
  }

  @Property(tries = 6)
  @Tag("benchmark")
  void theOrderDoesNotMatterInFurtherProblems(
      @ForAll PlanBy by,
      @ForAll @IntRange(max = 1000) int seed,
      @ForAll @DoubleRange(min = 0.4, max = 1.6) double part) {
    requireSameInAnyOrder(by, seed, part);
  }

  private static void requireSameInAnyOrder(PlanBy by, int seed, double part) {
    Random random = new Random(seed);
    String rules = rules(by, random);
    List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3));
    Collections.shuffle(order, random);
    List<String> lines = new ArrayList<>(rules.lines().toList());
    Collections.shuffle(lines, random);
    OptimizationResult one = plan(by, part * present, rules);
    OptimizationResult other =
        plan(ReorderedModel.of(coupled, order), by, part * present, String.join("\n", lines));
    double value = one.optimum().value();
    assertThat(other.present().value()).isCloseTo(one.present().value(), within(1e-6 * value));
    assertThat(other.optimum().value()).isCloseTo(value, within(1e-4 * value));
    assertThat(other.upperBound().orElseThrow()).isGreaterThanOrEqualTo(value);
  }
}
