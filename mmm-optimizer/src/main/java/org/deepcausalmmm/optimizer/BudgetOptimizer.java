package org.deepcausalmmm.optimizer;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.deepcausalmmm.optimizer.constraint.PlanChecker;
import org.deepcausalmmm.optimizer.problem.BudgetProblem;
import org.deepcausalmmm.optimizer.problem.Money;
import org.deepcausalmmm.optimizer.problem.OptimizerErrors;
import org.deepcausalmmm.optimizer.problem.PlanObjective;
import org.deepcausalmmm.optimizer.problem.SeparableObjective;
import org.deepcausalmmm.optimizer.result.Guarantee;
import org.deepcausalmmm.optimizer.result.OptimizationResult;
import org.deepcausalmmm.optimizer.result.PlanDiagnosis;
import org.deepcausalmmm.optimizer.result.PlanScore;
import org.deepcausalmmm.optimizer.risk.PlanDraws;
import org.deepcausalmmm.optimizer.risk.Risk;
import org.deepcausalmmm.optimizer.risk.SeparableDraws;
import org.deepcausalmmm.optimizer.solve.Solution;
import org.deepcausalmmm.optimizer.solve.Solvers;

/**
 * The search for the best plan for an objective, reported beside the present plan and even split.
 */
public final class BudgetOptimizer {
  private static final double EXACT = 1e-4;

  private final PlanObjective objective;
  private final PlanSolver solver;
  private final Optional<PlanDraws> draws;

  private BudgetOptimizer(PlanObjective objective, PlanSolver solver, Optional<PlanDraws> draws) {
    this.objective = objective;
    this.solver = solver;
    this.draws = draws;
  }

  /** Optimises cells that do not act on each other: global, with a proven gap. */
  public static BudgetOptimizer separable(SeparableObjective objective) {
    return new BudgetOptimizer(objective, PlanSolver.separable(objective), Optional.empty());
  }

  /**
   * Optimises any differentiable objective: local, from several starts.
   *
   * @param surrogate what the cells would earn if they did not act on each other; its optimum is a
   *     start
   */
  public static BudgetOptimizer local(
      PlanObjective objective, Optional<SeparableObjective> surrogate) {
    return new BudgetOptimizer(objective, PlanSolver.local(objective, surrogate), Optional.empty());
  }

  /**
   * Optimises any differentiable objective whose evaluation is costly: local, from several starts.
   *
   * @param surrogate what the cells would earn if they did not act on each other
   */
  public static BudgetOptimizer local(
      PlanObjective objective, SeparableObjective surrogate, LocalSearch search) {
    return new BudgetOptimizer(
        objective, PlanSolver.local(objective, surrogate, search), Optional.empty());
  }

  /** Judges plans by an objective, without looking for better ones. */
  public static BudgetOptimizer judging(PlanObjective objective) {
    return local(objective, Optional.empty());
  }

  /**
   * Optimises a measure of risk over draws of cells that do not act on each other: global for the
   * mean, bounded for CVaR and quantiles.
   */
  public static BudgetOptimizer separable(SeparableDraws draws, Risk risk) {
    PlanSolver.Risky risky = PlanSolver.risky(draws, risk);
    return new BudgetOptimizer(risky.objective(), risky.solver(), Optional.of(draws));
  }

  /** Returns the same, which also says in how many draws the optimum beats the present plan. */
  public BudgetOptimizer withDraws(PlanDraws newDraws) {
    return new BudgetOptimizer(objective, solver, Optional.of(newDraws));
  }

  /**
   * Finds the plan that earns most within the problem's budget.
   *
   * @throws org.deepcausalmmm.api.MmmException with code MMM-USAGE-303, 307 or 308
   */
  public OptimizationResult maximise(BudgetProblem problem) {
    return result(problem, solver.solve(problem, 0, List.of()));
  }

  /** Finds the plan that a mode asks for; the problem's budget is the most that may be spent. */
  public ModeResult run(BudgetProblem problem, Mode mode) {
    return new ModeRunner(this).run(problem, mode);
  }

  /**
   * Returns the best of some plans that is allowed: [decision].
   *
   * @throws org.deepcausalmmm.api.MmmException with code MMM-USAGE-303 if none is
   */
  public double[] bestOf(BudgetProblem problem, List<double[]> plans) {
    return plans.stream()
        .filter(plan -> PlanChecker.allows(problem, plan))
        .max(Comparator.comparingDouble(objective::value))
        .orElseThrow(() -> OptimizerErrors.impossible("none of the plans given does."));
  }

  /**
   * Reports a plan, without looking for a better one.
   *
   * @param plan [decision]; allowed
   * @param bound what no allowed plan exceeds
   */
  public OptimizationResult judge(
      BudgetProblem problem, double[] plan, double bound, String method) {
    double value = objective.value(plan);
    OptionalDouble proven = OptionalDouble.of(Math.max(value, bound));
    return result(problem, new Solution(plan, value, proven, method));
  }

  /**
   * Finds the best outcome for every budget; budgets that cannot meet the limits are left out.
   *
   * @param budgets rising
   */
  public List<FrontierPoint> frontier(BudgetProblem problem, double... budgets) {
    return Frontier.of(solver, problem, List.of(), budgets).stream()
        .map(
            found ->
                FrontierPoint.of(
                    found.problem(),
                    found.solution().plan(),
                    found.solution().value(),
                    found.solution().upperBound()))
        .toList();
  }

  /**
   * Finds the best plan for every budget; budgets that cannot meet the limits are left out.
   *
   * @param known plans to start from, besides that of the budget before
   * @param budgets rising
   */
  public List<Frontier.Funded> plans(
      BudgetProblem problem, List<double[]> known, double... budgets) {
    return Frontier.of(solver, problem, known, budgets);
  }

  /** Finds the plan that leaves most after paying a price for every unit of money. */
  Solution solve(BudgetProblem problem, double price, List<double[]> starts) {
    return solver.solve(problem, price, starts);
  }

  double value(double[] plan) {
    return objective.value(plan);
  }

  /** Reports a solution, or a plan it is compared with should that be allowed and better. */
  OptimizationResult result(BudgetProblem problem, Solution solution) {
    PlanScore present = score("present", problem, problem.present());
    PlanScore even = score("even", problem, Solvers.evenSplit(problem).orElseGet(problem::present));
    PlanScore optimum = score("optimum", problem, solution.plan());
    for (PlanScore other : List.of(present, even)) {
      if (other.allowed() && other.value() > optimum.value()) {
        optimum = score("optimum", problem, other.plan());
      }
    }
    double[] plan = optimum.plan();
    OptionalDouble bound = solution.upperBound();
    OptionalDouble gap = Solvers.gap(new Solution(plan, optimum.value(), bound, solution.method()));
    return new OptimizationResult(
        problem,
        new OptimizationResult.ComparedPlans(present, even, optimum),
        new OptimizationResult.ProvenBound(guarantee(gap), bound, gap, solution.method()),
        objective.gradient(plan),
        PlanDiagnosis.active(problem, plan),
        new OptimizationResult.Leftover(
            Money.of(Money.floorCents(problem.budget()) - Money.cents(optimum.spend())),
            PlanDiagnosis.unspent(problem, plan)),
        PlanDiagnosis.beyondObserved(problem, plan),
        probabilityBetter(plan, problem.present()));
  }

  private PlanScore score(String name, BudgetProblem problem, double[] plan) {
    return new PlanScore(
        name, plan, Money.sum(plan), objective.value(plan), PlanChecker.violations(problem, plan));
  }

  private static Guarantee guarantee(OptionalDouble gap) {
    if (gap.isEmpty()) {
      return Guarantee.LOCAL;
    }
    return gap.getAsDouble() <= EXACT ? Guarantee.EXACT : Guarantee.BOUNDED;
  }

  private OptionalDouble probabilityBetter(double[] plan, double[] present) {
    if (draws.isEmpty()) {
      return OptionalDouble.empty();
    }
    double[] ours = draws.get().outcomes(plan);
    double[] theirs = draws.get().outcomes(present);
    int better = 0;
    for (int d = 0; d < ours.length; d++) {
      better += ours[d] > theirs[d] ? 1 : 0;
    }
    return OptionalDouble.of((double) better / ours.length);
  }
}
