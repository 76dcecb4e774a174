package org.deepcausalmmm.optimizer.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.deepcausalmmm.core.fit.Progress;
import org.deepcausalmmm.core.planning.FutureWeeks;
import org.deepcausalmmm.optimizer.Mode;
import org.deepcausalmmm.optimizer.risk.Risk;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Prints how much processor time whole plans of the expected sizes take, tables, frontier and
 * curves included.
 */
@Tag("benchmark")
class PlanSizeBenchmark {

  @Test
  void channelsByRegions() {
    time("13 channels x 190 regions", PriorModel.of(190, 13), PlanBy.REGION, 13);
  }

  @Test
  void channelsByWeeks() {
    time("13 channels x 26 weeks", PriorModel.of(1, 13), PlanBy.WEEK, 26);
  }

  private static void time(String name, PriorModel model, PlanBy by, int weeks) {
    PlanRequest request =
        new PlanRequest(
            Optional.of(new FutureWeeks(104, weeks)),
            by,
            new Mode.FixedBudget(),
            OptionalDouble.empty(),
            Risk.mean(),
            Optional.empty());
    long[] begin = {cpu()};
    String[] stage = {"preparing"};
    Progress progress =
        (next, done, total, loss) -> {
          System.out.printf(Locale.ROOT, "  %s %.1f s%n", stage[0], seconds(begin[0]));
          stage[0] = next;
          begin[0] = cpu();
        };
    long all = cpu();
    long clock = System.nanoTime();
    MediaPlan plan = new MediaPlanner(model.fitted(), model.media(), progress).plan(request);
    System.out.printf(
        Locale.ROOT,
        "%s: %.1f s in all, %.1f s by the clock, %d draws, %s, gap %s, gain %.4f of the present outcome%n",
        name,
        seconds(all),
        (System.nanoTime() - clock) / 1e9,
        plan.draws(),
        plan.answer().result().guarantee(),
        plan.answer().result().gap(),
        plan.gain().mean() / plan.outcomes().present().mean());
    assertThat(plan.answer().result().optimum().violations()).isEmpty();
  }

  /** Returns the processor time of this process in nanoseconds. */
  private static long cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
  }

  private static double seconds(long begin) {
    return (cpu() - begin) / 1e9;
  }
}
