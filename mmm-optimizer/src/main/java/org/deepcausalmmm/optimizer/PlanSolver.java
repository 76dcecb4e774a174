package org.deepcausalmmm.optimizer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.deepcausalmmm.optimizer.problem.BudgetProblem;
import org.deepcausalmmm.optimizer.problem.PlanObjective;
import org.deepcausalmmm.optimizer.problem.SeparableObjective;
import org.deepcausalmmm.optimizer.risk.Risk;
import org.deepcausalmmm.optimizer.risk.RiskObjective;
import org.deepcausalmmm.optimizer.risk.SeparableDraws;
import org.deepcausalmmm.optimizer.solve.Solution;
import org.deepcausalmmm.optimizer.solve.Solvers;

/** The search for the best plan for an objective less a price on every unit of money. */
interface PlanSolver {
  Solution solve(BudgetProblem problem, double price, List<double[]> starts);

  static PlanSolver separable(SeparableObjective objective) {
    return (problem, price, starts) ->
        Solvers.separable(problem, price == 0 ? objective : objective.lessPrice(price));
  }

  static PlanSolver local(PlanObjective objective, Optional<SeparableObjective> surrogate) {
    return (problem, price, starts) ->
        Solvers.local(
            problem,
            price == 0 ? objective : new Priced(objective, price),
            starts,
            surrogate.map(s -> price == 0 ? s : s.lessPrice(price)));
  }

  /**
   * Climbs from the best plan of a surrogate, and from what is made of it, besides other starts.
   */
  static PlanSolver local(
      PlanObjective objective, SeparableObjective surrogate, LocalSearch search) {
    return (problem, price, starts) -> {
      SeparableObjective priced = price == 0 ? surrogate : surrogate.lessPrice(price);
      double[] alone = Solvers.separable(problem, priced).plan();
      List<double[]> all = new ArrayList<>(starts);
      all.add(alone);
      all.addAll(search.furtherStarts().apply(alone));
      return Solvers.local(
          problem,
          price == 0 ? objective : new Priced(objective, price),
          all,
          Optional.empty(),
          search.mostSteps());
    };
  }

  /** A solver with the objective that it maximises. */
  record Risky(PlanObjective objective, PlanSolver solver) {}

  static Risky risky(SeparableDraws draws, Risk risk) {
    double[] equal = Risk.mean().weights(new double[draws.count()]);
    SeparableObjective mean = draws.weighted(equal);
    RiskObjective objective = new RiskObjective(draws, risk);
    return switch (risk.measure()) {
      case MEAN -> new Risky(mean, separable(mean));
      case QUANTILE ->
          new Risky(
              objective,
              (problem, price, starts) ->
                  bounded(
                      local(objective, Optional.of(mean)).solve(problem, price, starts),
                      quantileBound(draws, risk, problem, price)));
      case CVAR ->
          new Risky(
              objective,
              (problem, price, starts) ->
                  conditionalValueAtRisk(draws, risk, problem, price, starts));
    };
  }

  /**
   * Maximises the mean of the worst draws, with a bound: under any weights of the draws that the
   * measure allows, the weighted mean is at least the measure (R. T. Rockafellar and S. Uryasev,
   * Optimization of conditional value-at-risk, Journal of Risk 2, 2000), and its best plan is found
   * with a proven bound.
   */
  private static Solution conditionalValueAtRisk(
      SeparableDraws draws, Risk risk, BudgetProblem problem, double price, List<double[]> starts) {
    PlanObjective measure = new RiskObjective(draws, risk);
    PlanObjective objective = price == 0 ? measure : new Priced(measure, price);
    double[] weights = Risk.mean().weights(new double[draws.count()]);
    List<double[]> all = new ArrayList<>(starts);
    Solution best = null;
    double bound = Double.POSITIVE_INFINITY;
    for (int round = 0; round < DrawWeights.CVAR_ROUNDS; round++) {
      Solution weighted = Solvers.separable(problem, draws.weighted(weights).lessPrice(price));
      bound = Math.min(bound, weighted.upperBound().orElse(bound));
      all.add(weighted.plan());
      best = Solvers.local(problem, objective, all, Optional.empty());
      all = new ArrayList<>(List.of(best.plan()));
      // Equal weights, the first, are left out of the average.
      weights = DrawWeights.towards(weights, risk.weights(draws.outcomes(best.plan())), round);
    }
    if (best == null) {
      throw new IllegalStateException("No round was run.");
    }
    return bounded(best, bound);
  }

  /**
   * Bounds a quantile: in every draw a plan earns at most what the best plan for this draw does, so
   * that its quantile is at most the quantile of these (the quantile bound of {@link RiskBound}).
   */
  private static double quantileBound(
      SeparableDraws draws, Risk risk, BudgetProblem problem, double price) {
    double[] most = new double[draws.count()];
    for (int d = 0; d < most.length; d++) {
      SeparableObjective alone = draws.weighted(DrawWeights.only(d, most.length));
      most[d] = Solvers.bound(problem, alone.lessPrice(price));
    }
    return risk.of(most);
  }

  private static Solution bounded(Solution found, double bound) {
    return new Solution(
        found.plan(),
        found.value(),
        OptionalDouble.of(Math.max(bound, found.value())),
        found.method());
  }

  /** An objective less a price on every unit of money. */
  record Priced(PlanObjective objective, double price) implements PlanObjective {
    @Override
    public double value(double[] plan) {
      double sum = 0;
      for (double spend : plan) {
        sum += spend;
      }
      return objective.value(plan) - price * sum;
    }

    @Override
    public double[] gradient(double[] plan) {
      double[] gradient = objective.gradient(plan).clone();
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] -= price;
      }
      return gradient;
    }
  }
}
