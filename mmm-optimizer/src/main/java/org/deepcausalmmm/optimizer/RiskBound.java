package org.deepcausalmmm.optimizer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.deepcausalmmm.optimizer.problem.BudgetProblem;
import org.deepcausalmmm.optimizer.problem.PlanObjective;
import org.deepcausalmmm.optimizer.risk.PlanDraws;
import org.deepcausalmmm.optimizer.risk.Risk;
import org.deepcausalmmm.optimizer.solve.ConcaveBound;

/**
 * A bound of a measure of the draws by objectives that are concave in the plan and nowhere below.
 *
 * <ul>
 *   <li>The mean of the draws is bounded as it is.
 *   <li>The mean of the worst draws is at most any weighted mean of draws that the measure allows
 *       (R. T. Rockafellar and S. Uryasev, Optimization of conditional value-at-risk, Journal of
 *       Risk 2, 2000), and that is concave. The weights are moved towards the worst draws.
 *   <li>No plan's quantile exceeds the quantile of what each draw earns at most by a plan of its
 *       own, as every draw of the plan is at most that (the quantile bound of chance-constrained
 *       programs; S. Ahmed, J. Luedtke, Y. Song and W. Xie, Nonanticipative duality, relaxations,
 *       and formulations for chance-constrained stochastic programs, Math. Program. 162, 2017).
 * </ul>
 */
public final class RiskBound {
  private final PlanDraws draws;
  private final Function<double[], PlanObjective> above;
  private final Risk risk;
  private final List<ConcaveBound> bounds;

  /**
   * Bounds the measure of draws.
   *
   * @param above gives, for weights of the draws, an objective that is concave in the plan and
   *     nowhere below the weighted sum of the draws
   */
  public RiskBound(PlanDraws draws, Function<double[], PlanObjective> above, Risk risk) {
    this(draws, above, risk, first(draws, above, risk));
  }

  private RiskBound(
      PlanDraws draws,
      Function<double[], PlanObjective> above,
      Risk risk,
      List<ConcaveBound> bounds) {
    this.draws = draws;
    this.above = above;
    this.risk = risk;
    this.bounds = List.copyOf(bounds);
  }

  private static List<ConcaveBound> first(
      PlanDraws draws, Function<double[], PlanObjective> above, Risk risk) {
    return switch (risk.measure()) {
      case QUANTILE ->
          IntStream.range(0, draws.count())
              .mapToObj(d -> new ConcaveBound(above.apply(DrawWeights.only(d, draws.count()))))
              .toList();
      case MEAN -> List.of(new ConcaveBound(above.apply(risk.weights(new double[draws.count()]))));
      case CVAR -> List.of();
    };
  }

  /**
   * Returns a bound that may be tighter.
   *
   * @param start [decision]: a plan that earns much
   * @param steps of each climb; more may tighten the bound
   */
  public RiskBound climbed(BudgetProblem problem, double[] start, int steps) {
    List<ConcaveBound> climbed =
        risk.measure() == Risk.Measure.CVAR
            ? towardsWorst(problem, start, steps)
            : bounds.stream().map(bound -> bound.climb(problem, start, steps).bound()).toList();
    return new RiskBound(draws, above, risk, climbed);
  }

  /**
   * Returns a number that the measure of no allowed plan exceeds; infinite if nothing was climbed.
   */
  public double known(BudgetProblem problem) {
    double[] each = bounds.stream().mapToDouble(bound -> bound.known(problem)).toArray();
    return risk.measure() == Risk.Measure.QUANTILE
        ? risk.of(each)
        : Arrays.stream(each).min().orElse(Double.POSITIVE_INFINITY);
  }

  private List<ConcaveBound> towardsWorst(BudgetProblem problem, double[] start, int steps) {
    List<ConcaveBound> more = new ArrayList<>(bounds);
    double[] weights = risk.weights(draws.outcomes(start));
    double[] from = start;
    for (int round = 1; round <= DrawWeights.CVAR_ROUNDS; round++) {
      ConcaveBound.Climb climb = new ConcaveBound(above.apply(weights)).climb(problem, from, steps);
      more.add(climb.bound());
      from = climb.highest();
      weights = DrawWeights.towards(weights, risk.weights(draws.outcomes(from)), round);
    }
    return more;
  }
}
