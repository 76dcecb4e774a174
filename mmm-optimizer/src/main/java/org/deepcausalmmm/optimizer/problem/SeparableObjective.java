package org.deepcausalmmm.optimizer.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The sum of the responses of cells that do not act on each other. */
public record SeparableObjective(List<SpendResponse> responses) implements PlanObjective {
  public SeparableObjective {
    responses = List.copyOf(responses);
  }

  @Override
  public double value(double[] plan) {
    double sum = 0;
    for (int i = 0; i < plan.length; i++) {
      sum += responses.get(i).value(plan[i]);
    }
    return sum;
  }

  @Override
  public double[] gradient(double[] plan) {
    double[] slopes = new double[plan.length];
    for (int i = 0; i < plan.length; i++) {
      slopes[i] = responses.get(i).slope(plan[i]);
    }
    return slopes;
  }

  /** Returns the same with a price on every unit of money: what is left after paying it. */
  public SeparableObjective lessPrice(double price) {
    double[] prices = new double[responses.size()];
    Arrays.fill(prices, price);
    return lessPrices(prices);
  }

  /**
   * Returns the same with a price on money that differs by cell.
   *
   * @param prices [decision]: outcome per unit of money; may be negative
   */
  public SeparableObjective lessPrices(double[] prices) {
    List<SpendResponse> priced = new ArrayList<>();
    for (int i = 0; i < prices.length; i++) {
      priced.add(new Priced(responses.get(i), prices[i]));
    }
    return new SeparableObjective(priced);
  }

  /**
   * Checks that the responses fit the decisions and are finite over their range.
   *
   * @throws org.deepcausalmmm.api.MmmException with code MMM-USAGE-307 or 308
   */
  public void requireFits(BudgetProblem problem) {
    if (responses.size() != problem.size()) {
      throw OptimizerErrors.sizes("The list of responses", responses.size(), problem.size());
    }
    for (int i = 0; i < problem.size(); i++) {
      Decision decision = problem.decisions().get(i);
      SpendResponse response = responses.get(i);
      String label = decision.cell().label();
      if (response.domainEnd() < decision.upper() * (1 - 1e-12)) {
        throw OptimizerErrors.badResponse(
            label, decision.upper(), "not known; the last known point is " + response.domainEnd());
      }
      for (int k = 0; k <= 4; k++) {
        double spend = decision.lower() + (decision.upper() - decision.lower()) * k / 4;
        if (!Double.isFinite(response.value(spend))) {
          throw OptimizerErrors.badResponse(label, spend, "" + response.value(spend));
        }
      }
    }
  }

  private record Priced(SpendResponse response, double price) implements SpendResponse {
    @Override
    public double value(double spend) {
      return response.value(spend) - price * spend;
    }

    @Override
    public double slope(double spend) {
      return response.slope(spend) - price;
    }

    @Override
    public double domainEnd() {
      return response.domainEnd();
    }

    @Override
    public double ceiling(double from, double to, double morePrice) {
      return response.ceiling(from, to, price + morePrice);
    }
  }
}
