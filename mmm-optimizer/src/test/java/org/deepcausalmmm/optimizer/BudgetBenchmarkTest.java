package org.deepcausalmmm.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.deepcausalmmm.optimizer.problem.BudgetProblem;
import org.deepcausalmmm.optimizer.problem.Cell;
import org.deepcausalmmm.optimizer.problem.Decision;
import org.deepcausalmmm.optimizer.problem.HillResponse;
import org.deepcausalmmm.optimizer.problem.Limit;
import org.deepcausalmmm.optimizer.problem.SeparableObjective;
import org.deepcausalmmm.optimizer.problem.SpendResponse;
import org.deepcausalmmm.optimizer.problem.TabulatedResponse;
import org.deepcausalmmm.optimizer.result.OptimizationResult;
import org.deepcausalmmm.optimizer.solve.CarryOverObjective;
import org.deepcausalmmm.optimizer.solve.RandomProblems;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Prints how long problems of the expected sizes take. */
@Tag("benchmark")
class BudgetBenchmarkTest {

  @Test
  void twoHundredHillProblems() {
    double largestGap = 0;
    double longest = 0;
    double all = 0;
    for (int seed = 0; seed < 200; seed++) {
      RandomProblems random = RandomProblems.hill(seed);
      long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      OptimizationResult result =
          BudgetOptimizer.separable(random.objective()).maximise(random.problem());
      double seconds =
          (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin) / 1e9;
      longest = Math.max(longest, seconds);
      all += seconds;
      largestGap = Math.max(largestGap, result.gap().orElseThrow());
      assertThat(result.optimum().value())
          .isGreaterThanOrEqualTo(result.present().value())
          .isGreaterThanOrEqualTo(result.even().value());
    }
    System.out.printf(
        "200 Hill problems: largest gap %.2e, processor time %.3f s each, %.2f s the longest%n",
        largestGap, all / 200, longest);
    assertThat(largestGap).isLessThan(1e-3);
  }

  @Test
  void thirteenChannels() {
    for (int seed = 0; seed < 5; seed++) {
      RandomProblems random = RandomProblems.hill(new Random(seed), 13, 0, 2);
      time("13 channels", BudgetOptimizer.separable(random.objective()), random.problem());
    }
  }

  @Test
  void channelsByRegions() {
    for (double upper : new double[] {2, 50}) {
      Grid grid = grid(upper);
      BudgetOptimizer optimizer = BudgetOptimizer.separable(grid.objective);
      time("13 x 190, bounds 0 to " + upper, optimizer, grid.problem);
      List<Limit> shares = new ArrayList<>();
      for (int r = 0; r < 190; r++) {
        shares.add(new Limit.Share("region" + r, grid.cells(r), 0.002, 0.008));
      }
      time("  with shares of regions", optimizer, grid.problem.withLimits(shares));
      List<Limit> both = new ArrayList<>(shares);
      for (int c = 0; c < 13; c++) {
        both.add(new Limit.Group("channel" + c, grid.channel(c), 0, 0.12 * grid.problem.budget()));
      }
      time("  and limits of channels", optimizer, grid.problem.withLimits(both));
    }
  }

  @Test
  void channelsByWeeksWithCarryOver() {
    CarryOverObjective carryOver = CarryOverObjective.random(1, 13, 26);
    BudgetOptimizer optimizer =
        BudgetOptimizer.local(carryOver, Optional.of(carryOver.surrogate()));
    time("13 x 26 with carry-over", optimizer, carryOver.problem());
    List<Limit> changes = new ArrayList<>();
    for (int c = 0; c < 13; c++) {
      for (int t = 0; t + 1 < 26; t++) {
        int cell = c * 26 + t;
        changes.add(new Limit.Change("week " + cell, cell, cell + 1, 200, 0.2));
      }
    }
    BudgetProblem limited = carryOver.problem().withLimits(changes);
    time("  with change limits", optimizer, limited);
    time(
        "13 x 26 separable with change limits",
        BudgetOptimizer.separable(carryOver.surrogate()),
        limited);
  }

  private static void time(String name, BudgetOptimizer optimizer, BudgetProblem problem) {
    long start = System.nanoTime();
    OptimizationResult result = optimizer.maximise(problem);
    System.out.printf(
        "%-40s %6.2f s  %s gap %s  gain over present %.4f, over even %.4f%n",
        name,
        (System.nanoTime() - start) / 1e9,
        result.guarantee(),
        result.gap(),
        result.optimum().value() / result.present().value() - 1,
        result.optimum().value() / result.even().value() - 1);
    assertThat(result.optimum().violations()).isEmpty();
  }

  private record Grid(BudgetProblem problem, SeparableObjective objective) {
    List<Integer> cells(int region) {
      List<Integer> cells = new ArrayList<>();
      for (int c = 0; c < 13; c++) {
        cells.add(region * 13 + c);
      }
      return cells;
    }

    List<Integer> channel(int channel) {
      List<Integer> cells = new ArrayList<>();
      for (int r = 0; r < 190; r++) {
        cells.add(r * 13 + channel);
      }
      return cells;
    }
  }

  private static Grid grid(double upper) {
    Random random = new Random(4);
    List<Decision> decisions = new ArrayList<>();
    List<SpendResponse> responses = new ArrayList<>();
    double budget = 0;
    for (int r = 0; r < 190; r++) {
      for (int c = 0; c < 13; c++) {
        double present = Math.rint(1e4 * Math.exp(0.5 * random.nextGaussian())) / 100;
        HillResponse hill =
            new HillResponse(
                present * Math.exp(0.5 + 0.7 * random.nextGaussian()),
                present * Math.exp(0.7 * random.nextGaussian()),
                0.7 + 3.3 * random.nextDouble());
        budget += present;
        decisions.add(
            Decision.upTo(Cell.of("channel" + c, "region" + r), upper * present, present));
        responses.add(TabulatedResponse.of(hill, upper * present, 60));
      }
    }
    return new Grid(
        BudgetProblem.of(decisions, Math.rint(budget)), new SeparableObjective(responses));
  }
}
