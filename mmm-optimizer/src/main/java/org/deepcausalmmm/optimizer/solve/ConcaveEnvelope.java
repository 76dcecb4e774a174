package org.deepcausalmmm.optimizer.solve;

import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.optimizer.problem.BudgetProblem;
import org.deepcausalmmm.optimizer.problem.PlanObjective;
import org.deepcausalmmm.optimizer.problem.SeparableObjective;
import org.deepcausalmmm.optimizer.problem.SpendResponse;

/**
 * A function that is concave in every cell and nowhere below the responses of independent cells.
 */
public final class ConcaveEnvelope implements PlanObjective {
  private static final int PIECES = 200;

  private final List<Envelope> envelopes = new ArrayList<>();
  private final double excess;

  /** Covers the responses between the problem's bounds. */
  public ConcaveEnvelope(BudgetProblem problem, SeparableObjective objective) {
    CentProblem cents = CentProblem.of(problem);
    double most = 0;
    for (int i = 0; i < cents.size(); i++) {
      SpendResponse response = objective.responses().get(i);
      Envelope envelope = Envelope.of(cents, i, response, PIECES);
      envelopes.add(envelope);
      most += envelope.excess(response, cents.threshold()[i]);
    }
    excess = most;
  }

  @Override
  public double value(double[] plan) {
    double sum = excess;
    for (int i = 0; i < plan.length; i++) {
      sum += envelopes.get(i).at(100 * plan[i])[0];
    }
    return sum;
  }

  @Override
  public double[] gradient(double[] plan) {
    double[] slopes = new double[plan.length];
    for (int i = 0; i < plan.length; i++) {
      slopes[i] = 100 * envelopes.get(i).at(100 * plan[i])[1];
    }
    return slopes;
  }
}
