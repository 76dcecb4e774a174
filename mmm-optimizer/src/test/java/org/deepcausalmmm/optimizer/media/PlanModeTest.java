package org.deepcausalmmm.optimizer.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deepcausalmmm.optimizer.media.Codes.requireRefusal;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.optimizer.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlanModeTest {
  private static final OptionalDouble NONE = OptionalDouble.empty();

  @ParameterizedTest
  @EnumSource(PlanMode.class)
  void everyModeIsFoundByItsNameAndAsksForWhatItNeeds(PlanMode mode) {
    assertThat(PlanMode.of(mode.id())).isEqualTo(mode);
    OptionalDouble two = OptionalDouble.of(2);
    boolean aims = mode == PlanMode.GOAL || mode.id().startsWith("target");
    assertThat(mode.with(OptionalDouble.of(10), aims ? two : NONE)).isNotNull();
    if (!aims) {
      requireRefusal("MMM-USAGE-316", () -> mode.with(OptionalDouble.of(10), two));
    }
    if (mode == PlanMode.REALLOCATE) {
      assertThat(mode.with(NONE, NONE)).isEqualTo(new Mode.SameOutcome());
    } else {
      assertThat(requireRefusal("MMM-USAGE-314", () -> mode.with(NONE, NONE)))
          .hasMessageContaining(mode.id());
    }
  }

  @Test
  void namesThatDoNotExistAreRefusedWithTheNearest() {
    assertThat(requireRefusal("MMM-USAGE-313", () -> PlanMode.of("target-rio")).advice())
        .isEqualTo("Maybe you meant 'target-roi'.");
    requireRefusal("MMM-USAGE-313", () -> PlanBy.of("reggion"));
    requireRefusal("MMM-USAGE-304", () -> PlanMode.GOAL.with(NONE, OptionalDouble.of(-1)));
  }

  @Test
  void aTargetOfNothingIsRefusedInItsOwnWords() {
    MmmException refusal =
        requireRefusal("MMM-USAGE-304", () -> PlanMode.TARGET_ROI.with(NONE, OptionalDouble.of(0)));
    assertThat(refusal).hasMessage("The target ROI is 0.");
    assertThat(refusal.advice()).isEqualTo("Give a number above 0.");
  }

  private static final double[][][] PRESENT = {{{500, 500}}};

  private static final SpendMap TV =
      SpendMap.of(
          PlanBy.CHANNEL,
          List.of("tv"),
          List.of("national"),
          List.of("1", "2"),
          PRESENT,
          new double[][] {{1}});

  @Test
  void aConfoundedChannelIsNotRaisedUnlessABoundNamesIt() {
    PlanProblem problem = new PlanProblem(TV, PRESENT, PRESENT, Set.of("tv"));
    assertThat(most(problem, Optional.empty())).isEqualTo(1000);
    assertThat(most(problem, rules("bounds: {'*': {max_change: 30%}}"))).isEqualTo(1000);
    assertThat(most(problem, rules("bounds: {tv: {max: 1200}}"))).isEqualTo(1200);
    assertThat(most(problem, rules("min_if_on: {tv: 1100}"))).isEqualTo(1100);
  }

  private static Optional<PlanRequest.Constraints> rules(String text) {
    return Optional.of(new PlanRequest.Constraints("c.yaml", text));
  }

  private static double most(PlanProblem problem, Optional<PlanRequest.Constraints> rules) {
    return problem.state(1e6, rules).decisions().get(0).upper();
  }

  @Test
  void aBudgetIsRefusedThatIsNoAmountAndMovesNoBound() {
    PlanProblem problem = new PlanProblem(TV, PRESENT, PRESENT);
    assertThat(requireRefusal("MMM-USAGE-304", () -> problem.state(1e20, Optional.empty())))
        .hasMessage("The budget is 100000000000000000000.");
    assertThat(problem.state(1e13, Optional.empty()).decisions().get(0).upper()).isEqualTo(1300);
  }
}
