package org.deepcausalmmm.optimizer.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deepcausalmmm.optimizer.media.SixWeeks.request;
import static org.deepcausalmmm.optimizer.media.SixWeeks.requireSound;

import java.util.List;
import java.util.Random;
import org.deepcausalmmm.optimizer.result.OptimizationResult;
import org.deepcausalmmm.optimizer.risk.Risk;
import org.deepcausalmmm.optimizer.solve.RandomPlans;
import org.junit.jupiter.api.Test;

/** Plans by a measure of risk are better by it, and no plan exceeds their bound. */
class PlanRiskTest {
  private final SmallModel independent = SmallModel.independent();
  private final SmallModel coupled = SmallModel.coupled();

  @Test
  void carefulPlansAreBetterByTheirOwnMeasure() {
    MediaPlan mean = independent.plan(request(PlanBy.CHANNEL));
    for (String risk : List.of("p10", "cvar10")) {
      Risk measure = Risk.parse(risk);
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
}
