package org.deepcausalmmm.optimizer.media;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.core.planning.FutureMedia;
import org.deepcausalmmm.optimizer.BudgetOptimizer;
import org.deepcausalmmm.optimizer.FrontierPoint;
import org.deepcausalmmm.optimizer.Mode;
import org.deepcausalmmm.optimizer.ModeResult;
import org.deepcausalmmm.optimizer.RiskBound;
import org.deepcausalmmm.optimizer.problem.BudgetProblem;
import org.deepcausalmmm.optimizer.problem.OptimizerErrors;
import org.deepcausalmmm.optimizer.result.OptimizationResult;
import org.deepcausalmmm.optimizer.result.PlanScore;
import org.deepcausalmmm.optimizer.risk.RiskObjective;
import org.deepcausalmmm.optimizer.solve.Solvers;

/**
 * Plans money where decisions act on each other: the whole model is climbed with some of the draws,
 * by tables of its responses and then by the engine, and what is found is judged, and bounded, with
 * all of them.
 */
final class ClimbedPlan {
  private static final int STEPS = 60;
  private static final int STEPS_FOR_FRONTIER = 10;
  private static final int STEPS_FOR_BOUND = 30;
  private static final int STEPS_FOR_POLISH = 6;
  private static final int DRAWS_FOR_POLISH = 12;
  private static final int HALVINGS = 40;

  private final SolverChoice choice;
  private final PlanRequest request;
  private final BudgetProblem problem;
  private final FutureMedia search;
  private final SpendMap map;
  private final MediaDraws draws;
  private final RiskBound bound;

  /**
   * Prepares the search.
   *
   * @param media all draws
   * @param fewer the draws that are climbed where a budget is given; where it is looked for, the
   *     answer has to hold for all
   */
  ClimbedPlan(
      SolverChoice choice,
      PlanRequest request,
      BudgetProblem problem,
      FutureMedia media,
      FutureMedia fewer,
      SpendMap map) {
    this.choice = choice;
    this.request = request;
    this.problem = problem;
    this.map = map;
    boolean given =
        request.mode() instanceof Mode.FixedBudget || request.mode() instanceof Mode.ExtraMoney;
    search = given ? fewer : media;
    draws = new MediaDraws(media, map);
    bound = new PlanBounds(problem, media, map).of(request.risk(), request.by().byWeek());
  }

  /** Finds the answer to the request's mode. */
  ModeResult answer() {
    ModeResult found = choice.local(search, map, STEPS).run(problem, request.mode());
    OptimizationResult best = found.result();
    OptimizationResult judged =
        BudgetOptimizer.judging(measure())
            .withDraws(draws)
            .judge(
                best.problem(),
                candidates(best),
                plan -> bound.climb(best.problem(), plan, STEPS_FOR_BOUND),
                best.method());
    return new ModeResult(found.mode(), found.budget(), judged, insufficient(found, judged));
  }

  /**
   * Returns the plan found, and where the engine climbs from it, from the present plan and from the
   * even split.
   */
  private List<double[]> candidates(OptimizationResult found) {
    MediaDraws engine = new MediaDraws(search.withDraws(DRAWS_FOR_POLISH).byEngine(), map);
    RiskObjective exact = new RiskObjective(engine, request.risk());
    List<double[]> plans = new ArrayList<>(List.of(found.optimum().plan()));
    for (PlanScore start : List.of(found.optimum(), found.present(), found.even())) {
      Solvers.polish(found.problem(), exact, start.plan(), STEPS_FOR_POLISH)
          .ifPresent(solution -> plans.add(solution.plan()));
    }
    return plans;
  }

  private RiskObjective measure() {
    return new RiskObjective(draws, request.risk());
  }

  /** Returns a budget that is proven not to reach what the mode asks for, if it asks for that. */
  private OptionalDouble insufficient(ModeResult found, OptimizationResult judged) {
    double goal;
    if (found.mode() instanceof Mode.MinimumBudget minimum) {
      goal = minimum.goal();
    } else if (found.mode() instanceof Mode.SameOutcome) {
      goal = judged.present().value();
    } else {
      return OptionalDouble.empty();
    }
    double low = 0;
    double high = found.budget();
    for (int n = 0; n < HALVINGS && high - low > 0.01; n++) {
      double middle = 0.5 * (low + high);
      if (reaches(middle, goal)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return OptionalDouble.of(low);
  }

  private boolean reaches(double budget, double goal) {
    try {
      return bound.known(problem.withBudget(budget)) >= goal;
    } catch (MmmException e) {
      if (OptimizerErrors.isBudgetTooSmall(e)) {
        return false;
      }
      throw e;
    }
  }

  /** Finds the best outcome of several budgets, starting from the answer. */
  List<FrontierPoint> frontier(ModeResult answer, double... budgets) {
    return choice
        .local(search, map, STEPS_FOR_FRONTIER)
        .frontier(
            problem,
            measure(),
            (funded, plan) -> bound.climb(funded, plan, STEPS_FOR_FRONTIER),
            List.of(answer.result().optimum().plan()),
            budgets);
  }
}
