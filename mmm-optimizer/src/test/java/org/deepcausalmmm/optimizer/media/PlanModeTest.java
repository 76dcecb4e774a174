package org.deepcausalmmm.optimizer.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deepcausalmmm.optimizer.media.Codes.requireRefusal;

import java.util.OptionalDouble;
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
}
