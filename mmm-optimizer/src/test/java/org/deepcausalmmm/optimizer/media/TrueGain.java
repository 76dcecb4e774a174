package org.deepcausalmmm.optimizer.media;

import java.util.Arrays;
import java.util.List;
import org.deepcausalmmm.core.planning.FutureWeeks;
import org.deepcausalmmm.optimizer.BudgetOptimizer;
import org.deepcausalmmm.optimizer.LocalSearch;
import org.deepcausalmmm.optimizer.problem.BudgetProblem;
import org.deepcausalmmm.optimizer.problem.PlanObjective;
import org.deepcausalmmm.optimizer.problem.SeparableObjective;
import org.deepcausalmmm.optimizer.problem.SpendResponse;
import org.deepcausalmmm.optimizer.problem.TabulatedResponse;
import org.deepcausalmmm.optimizer.result.OptimizationResult;
import org.deepcausalmmm.simulation.TrueOutcome;

/**
 * Scores plans by a simulated world's truth, in the weeks from the plan's first to the world's
 * last; after the plan the present plan's average week goes on.
 */
final class TrueGain implements PlanObjective {
  private static final int POINTS = 24;

  private final TrueOutcome truth;
  private final FutureWeeks window;
  private final SpendMap map;
  private final double[][][] around;
  private final double baseline;

  TrueGain(TrueOutcome truth, FutureWeeks window, SpendMap map, double[][][] present) {
    this.truth = truth;
    this.window = window;
    this.map = map;
    around = truth.spend();
    for (int c = 0; c < around.length; c++) {
      for (int r = 0; r < around[c].length; r++) {
        double usual = Arrays.stream(present[c][r]).average().orElseThrow();
        Arrays.fill(around[c][r], window.first(), around[c][r].length, usual);
      }
    }
    baseline = total(present);
  }

  /** Returns the true outcome beyond that of the present plan. */
  double of(double[][][] plan) {
    return total(plan) - baseline;
  }

  private double total(double[][][] plan) {
    double[][][] spend = new double[around.length][around[0].length][];
    for (int c = 0; c < spend.length; c++) {
      for (int r = 0; r < spend[c].length; r++) {
        spend[c][r] = around[c][r].clone();
        System.arraycopy(plan[c][r], 0, spend[c][r], window.first(), window.count());
      }
    }
    double sum = 0;
    for (double[] region : truth.under(spend)) {
      sum += Arrays.stream(region, window.first(), region.length).sum();
    }
    return sum;
  }

  @Override
  public double value(double[] plan) {
    return of(map.spread(plan));
  }

  @Override
  public double[] gradient(double[] plan) {
    double[] gradient = new double[plan.length];
    for (int i = 0; i < plan.length; i++) {
      double step = Math.max(1, 1e-4 * plan[i]);
      double[] more = plan.clone();
      double[] less = plan.clone();
      more[i] += step;
      less[i] = Math.max(0, less[i] - step);
      gradient[i] = (value(more) - value(less)) / (more[i] - less[i]);
    }
    return gradient;
  }

  /** Finds the best plan that one who knows the truth could make under the same rules. */
  OptimizationResult best(BudgetProblem problem, List<double[]> starts) {
    double[] present = problem.present();
    List<SpendResponse> alone = new java.util.ArrayList<>();
    for (int i = 0; i < present.length; i++) {
      int cell = i;
      double[] without = present.clone();
      without[cell] = 0;
      double none = value(without);
      alone.add(
          TabulatedResponse.of(
              spend -> {
                double[] plan = present.clone();
                plan[cell] = spend;
                return value(plan) - none;
              },
              problem.decisions().get(i).upper(),
              POINTS));
    }
    return BudgetOptimizer.local(
            this, new SeparableObjective(alone), new LocalSearch(plan -> starts, 60))
        .maximise(problem);
  }
}
