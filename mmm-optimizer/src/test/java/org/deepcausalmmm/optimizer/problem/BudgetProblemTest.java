package org.deepcausalmmm.optimizer.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.optimizer.BudgetOptimizer;
import org.deepcausalmmm.optimizer.result.OptimizationResult;
import org.deepcausalmmm.optimizer.result.Unspent;
import org.junit.jupiter.api.Test;

class BudgetProblemTest {
  private static final Decision TV = Decision.upTo(Cell.of("tv"), 100, 50);
  private static final Decision RADIO = Decision.upTo(Cell.of("radio"), 100, 50);
  private static final SeparableObjective HILLS =
      new SeparableObjective(List.of(new HillResponse(10, 30, 1), new HillResponse(20, 50, 2)));

  private static void refuses(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(MmmException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void refusesProblemsThatMakeNoSense() {
    refuses("MMM-USAGE-301", () -> BudgetProblem.of(List.of(), 5));
    refuses("MMM-USAGE-302", () -> BudgetProblem.of(List.of(TV.within(10, 20)), 5));
    refuses("MMM-USAGE-304", () -> BudgetProblem.of(List.of(TV), Double.NaN));
    refuses("MMM-USAGE-304", () -> TV.within(0, Double.POSITIVE_INFINITY));
    refuses("MMM-USAGE-304", () -> TV.within(-1, 5));
    refuses("MMM-USAGE-306", () -> BudgetProblem.of(List.of(TV, TV), 5));
    refuses("MMM-CONFIG-301", () -> TV.within(5, 4));
    refuses("MMM-CONFIG-302", () -> TV.atLeastIfOn(101));
    BudgetProblem problem = BudgetProblem.of(List.of(TV, RADIO), 100);
    refuses(
        "MMM-CONFIG-303",
        () -> problem.withLimits(List.of(new Limit.Group("g", List.of(2), 0, 1))));
    refuses(
        "MMM-CONFIG-303", () -> problem.withLimits(List.of(new Limit.Group("g", List.of(), 0, 1))));
    refuses("MMM-CONFIG-304", () -> new Limit.Share("s", List.of(0), 0, 1.2));
  }

  @Test
  void refusesLimitsThatCannotHoldTogether() {
    BudgetProblem problem = BudgetProblem.of(List.of(TV, RADIO), 100);
    BudgetOptimizer optimizer = BudgetOptimizer.separable(HILLS);
    refuses(
        "MMM-USAGE-303",
        () ->
            optimizer.maximise(
                problem.withLimits(List.of(new Limit.Group("g", List.of(0, 1), 150, 180)))));
    refuses(
        "MMM-USAGE-303",
        () ->
            optimizer.maximise(
                problem.withLimits(
                    List.of(
                        new Limit.Group("both", List.of(0, 1), 0, 20),
                        new Limit.Group("one", List.of(0), 30, 40)))));
  }

  @Test
  void refusesResponsesThatAreNotFiniteOrTooShort() {
    BudgetProblem problem = BudgetProblem.of(List.of(TV, RADIO), 100);
    TabulatedResponse tooShort = new TabulatedResponse(new double[] {0, 60}, new double[] {0, 1});
    refuses(
        "MMM-USAGE-307",
        () ->
            BudgetOptimizer.separable(new SeparableObjective(List.of(tooShort, tooShort)))
                .maximise(problem));
    refuses(
        "MMM-USAGE-307",
        () ->
            BudgetOptimizer.separable(new SeparableObjective(List.of(x -> 1 / (x - 50), x -> x)))
                .maximise(problem));
    refuses(
        "MMM-USAGE-308",
        () -> BudgetOptimizer.separable(new SeparableObjective(List.of(x -> x))).maximise(problem));
    refuses(
        "MMM-USAGE-307",
        () -> new TabulatedResponse(new double[] {0, 1}, new double[] {0, Double.NaN}));
  }

  @Test
  void flagsSpendBeyondWhatWasObservedWithTheRange() {
    BudgetProblem problem = BudgetProblem.of(List.of(TV, RADIO), 180);
    OptimizationResult result = BudgetOptimizer.separable(HILLS).maximise(problem);
    assertThat(result.beyondObserved())
        .hasSize(2)
        .allSatisfy(flag -> assertThat(flag).contains("observed range 0.00 to 50.00"));
  }

  @Test
  void saysWhyMoneyIsLeftOver() {
    OptimizationResult full =
        BudgetOptimizer.separable(HILLS).maximise(BudgetProblem.of(List.of(TV, RADIO), 250));
    assertThat(full.unspent()).isEqualTo(50);
    assertThat(full.unspentReason()).isEqualTo(Unspent.LIMITS);
    assertThat(full.active()).hasSize(2);

    OptimizationResult waiting =
        BudgetOptimizer.separable(HILLS)
            .maximise(BudgetProblem.of(List.of(TV.within(0, 30), RADIO.atLeastIfOn(90)), 50));
    assertThat(waiting.unspent()).isEqualTo(20);
    assertThat(waiting.unspentReason()).isEqualTo(Unspent.MINIMUM_IF_ON);

    SeparableObjective falling =
        new SeparableObjective(
            List.of(
                new TabulatedResponse(new double[] {0, 20, 100}, new double[] {0, 5, 1}),
                new TabulatedResponse(new double[] {0, 30, 100}, new double[] {0, 5, 1})));
    OptimizationResult peak =
        BudgetOptimizer.separable(falling).maximise(BudgetProblem.of(List.of(TV, RADIO), 100));
    assertThat(peak.unspent()).isEqualTo(50);
    assertThat(peak.unspentReason()).isEqualTo(Unspent.NO_GAIN);
  }
}
