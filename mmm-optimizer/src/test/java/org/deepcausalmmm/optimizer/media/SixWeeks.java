package org.deepcausalmmm.optimizer.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.deepcausalmmm.core.planning.FutureWeeks;
import org.deepcausalmmm.optimizer.Mode;
import org.deepcausalmmm.optimizer.problem.Money;
import org.deepcausalmmm.optimizer.result.OptimizationResult;
import org.deepcausalmmm.optimizer.risk.Risk;

/** Questions about the best use of the present money in six weeks, and what any answer keeps. */
final class SixWeeks {
  private SixWeeks() {}

  /** Asks for the best use of the present money in six weeks. */
  static PlanRequest request(PlanBy by) {
    return new PlanRequest(
        Optional.of(new FutureWeeks(80, 6)),
        by,
        new Mode.FixedBudget(),
        OptionalDouble.empty(),
        Risk.mean(),
        Optional.empty());
  }

  static PlanRequest ruled(PlanBy by, String rules) {
    return request(by).under(new PlanRequest.Constraints("rules.yaml", rules));
  }

  static double sum(double[][][] spend) {
    return Money.of(
        Arrays.stream(spend)
            .flatMap(Arrays::stream)
            .flatMapToDouble(Arrays::stream)
            .mapToLong(Money::cents)
            .sum());
  }

  static OptimizationResult requireSound(MediaPlan plan) {
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
}
