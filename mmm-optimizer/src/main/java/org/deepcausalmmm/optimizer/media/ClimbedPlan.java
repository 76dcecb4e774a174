package org.deepcausalmmm.optimizer.media;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.core.planning.FutureMedia;
import org.deepcausalmmm.optimizer.BudgetOptimizer;
import org.deepcausalmmm.optimizer.Frontier;
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
  private final RiskBound first;

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
    first = new PlanBounds(problem, media, map).of(request.risk(), request.by().byWeek());
  }

  /**
   * The answer to the request's mode.
   *
   * @param bound of what plans earn, as tight as the answer needed it
   */
  record Answer(ModeResult result, RiskBound bound) {}

  /** Finds the answer to the request's mode. */
  Answer answer() {
    ModeResult found = choice.local(search, map, STEPS).run(problem, request.mode());
    OptimizationResult best = found.result();
    BudgetOptimizer judge = BudgetOptimizer.judging(measure()).withDraws(draws);
    double[] plan = judge.bestOf(best.problem(), candidates(best));
    RiskBound bound = first.climbed(best.problem(), plan, STEPS_FOR_BOUND);
    OptimizationResult judged =
        judge.judge(best.problem(), plan, bound.known(best.problem()), best.method());
    return new Answer(
        new ModeResult(found.mode(), found.budget(), judged, insufficient(found, judged, bound)),
        bound);
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
  private OptionalDouble insufficient(
      ModeResult found, OptimizationResult judged, RiskBound bound) {
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
      if (reaches(bound, middle, goal)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return OptionalDouble.of(low);
  }

  private boolean reaches(RiskBound bound, double budget, double goal) {
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
  List<FrontierPoint> frontier(Answer answer, double... budgets) {
    RiskObjective measure = measure();
    RiskBound bound = answer.bound();
    List<FrontierPoint> points = new ArrayList<>();
    for (Frontier.Funded found :
        choice
            .local(search, map, STEPS_FOR_FRONTIER)
            .plans(problem, List.of(answer.result().result().optimum().plan()), budgets)) {
      double[] plan = found.solution().plan();
      double value = measure.value(plan);
      bound = bound.climbed(found.problem(), plan, STEPS_FOR_FRONTIER);
      double proven = Math.max(value, bound.known(found.problem()));
      points.add(FrontierPoint.of(found.problem(), plan, value, OptionalDouble.of(proven)));
    }
    return points;
  }
}
