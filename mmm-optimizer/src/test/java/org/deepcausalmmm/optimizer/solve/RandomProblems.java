package org.deepcausalmmm.optimizer.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.deepcausalmmm.optimizer.problem.BudgetProblem;
import org.deepcausalmmm.optimizer.problem.Cell;
import org.deepcausalmmm.optimizer.problem.Decision;
import org.deepcausalmmm.optimizer.problem.HillResponse;
import org.deepcausalmmm.optimizer.problem.Money;
import org.deepcausalmmm.optimizer.problem.SeparableObjective;
import org.deepcausalmmm.optimizer.problem.SpendResponse;

/** Draws problems with Hill responses of slopes 0.7 to 4. */
public record RandomProblems(BudgetProblem problem, SeparableObjective objective) {

  /** Draws a problem with bounds of 0 to 2 times, or 0.7 to 1.3 times, the present spend. */
  public static RandomProblems hill(long seed) {
    Random random = new Random(seed);
    boolean narrow = seed % 2 == 1;
    return hill(random, 4 + random.nextInt(12), narrow ? 0.7 : 0, narrow ? 1.3 : 2);
  }

  public static RandomProblems hill(Random random, int channels, double lower, double upper) {
    List<Decision> decisions = new ArrayList<>();
    List<SpendResponse> responses = new ArrayList<>();
    double budget = 0;
    for (int c = 0; c < channels; c++) {
      double present = Math.rint(1e5 * Math.exp(random.nextGaussian())) / 100;
      double half = present * Math.exp(0.7 * random.nextGaussian());
      double shape = 0.7 + 3.3 * random.nextDouble();
      double most = present * Math.exp(0.5 + 0.7 * random.nextGaussian());
      budget += present;
      decisions.add(
          Decision.upTo(Cell.of("channel" + c), upper * present, present)
              .within(lower * present, upper * present)
              .observedUpTo(1.5 * present));
      responses.add(new HillResponse(most, half, shape));
    }
    return new RandomProblems(
        BudgetProblem.of(decisions, Math.rint(budget * 100) / 100),
        new SeparableObjective(responses));
  }

  /** Returns the best value on a grid by the plainest dynamic programme, to compare with. */
  public double bestOnGrid(int steps) {
    double step = problem.budget() / steps;
    double[] best = new double[steps + 1];
    for (int c = 0; c < problem.size(); c++) {
      Decision decision = problem.decisions().get(c);
      double[] next = new double[steps + 1];
      java.util.Arrays.fill(next, Double.NEGATIVE_INFINITY);
      int most = (int) Math.ceil((decision.upper() - decision.lower()) / step);
      for (int k = 0; k <= most; k++) {
        double spend = Math.min(decision.lower() + k * step, decision.upper());
        double gain = objective.responses().get(c).value(spend);
        int cost = (int) Math.ceil(spend / step - 1e-9);
        for (int s = cost; s <= steps; s++) {
          next[s] = Math.max(next[s], best[s - cost] + gain);
        }
      }
      best = next;
    }
    double highest = Double.NEGATIVE_INFINITY;
    for (double value : best) {
      highest = Math.max(highest, value);
    }
    return highest;
  }

  /** Returns the budget divided evenly, kept within the bounds. */
  public double[] evenSplit() {
    long[] target = new long[problem.size()];
    java.util.Arrays.fill(target, Money.cents(problem.budget()) / target.length);
    return Money.of(TreeFill.near(CentProblem.of(problem), target).orElseThrow());
  }
}
