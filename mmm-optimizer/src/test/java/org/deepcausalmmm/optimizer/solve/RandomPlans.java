package org.deepcausalmmm.optimizer.solve;

import java.util.Random;
import org.deepcausalmmm.optimizer.problem.BudgetProblem;
import org.deepcausalmmm.optimizer.problem.Decision;
import org.deepcausalmmm.optimizer.problem.Money;

/** Draws plans within bounds and budget, of which those that break a limit are to be left out. */
public final class RandomPlans {
  private RandomPlans() {}

  public static double[] draw(BudgetProblem problem, Random random) {
    double[] plan = new double[problem.size()];
    double least = problem.decisions().stream().mapToDouble(Decision::lower).sum();
    double[] parts = new double[plan.length];
    double sum = 0;
    for (int i = 0; i < plan.length; i++) {
      parts[i] = -Math.log(1 - random.nextDouble());
      sum += parts[i];
    }
    for (int i = 0; i < plan.length; i++) {
      Decision decision = problem.decisions().get(i);
      double more = (problem.budget() - least) * parts[i] / sum;
      double spend = Math.min(decision.upper(), decision.lower() + more);
      plan[i] = Money.of(Math.max(Money.ceilCents(decision.lower()), Money.floorCents(spend)));
    }
    return plan;
  }
}
