package org.deepcausalmmm.optimizer.media;

import java.util.function.Function;
import org.deepcausalmmm.core.planning.FutureMedia;
import org.deepcausalmmm.optimizer.RiskBound;
import org.deepcausalmmm.optimizer.problem.BudgetProblem;
import org.deepcausalmmm.optimizer.problem.Decision;
import org.deepcausalmmm.optimizer.problem.PlanObjective;
import org.deepcausalmmm.optimizer.problem.SeparableObjective;
import org.deepcausalmmm.optimizer.risk.Risk;
import org.deepcausalmmm.optimizer.risk.SeparableDraws;
import org.deepcausalmmm.optimizer.solve.ConcaveEnvelope;

/**
 * Upper bounds of the outcome of plans whose decisions act on each other.
 *
 * <p>Exposure is linear in money, so concave saturations make the model concave. Every saturation
 * is therefore covered by its concave envelope. That is loose for exposures below the bend of an
 * S-curve; where sums for channels are decided, only channels that others drive are covered so, and
 * the outcome of the others is covered as a whole, which is much nearer to a concave function.
 */
final class PlanBounds {
  private final BudgetProblem problem;
  private final FutureMedia media;
  private final SpendMap map;

  PlanBounds(BudgetProblem problem, FutureMedia media, SpendMap map) {
    this.problem = problem;
    this.media = media;
    this.map = map;
  }

  /**
   * Prepares the bound of a measure of the draws.
   *
   * @param byWeek whether weeks get sums of their own
   */
  RiskBound of(Risk risk, boolean byWeek) {
    Function<double[], PlanObjective> above = byWeek ? covered(media)::weighted : parted(risk);
    return new RiskBound(new MediaDraws(media, map), above, risk);
  }

  private MediaDraws covered(FutureMedia all) {
    double[] least = problem.decisions().stream().mapToDouble(Decision::lower).toArray();
    double[] most = problem.decisions().stream().mapToDouble(Decision::upper).toArray();
    return new MediaDraws(all.above(map.spread(least), map.spread(most)), map);
  }

  private Function<double[], PlanObjective> parted(Risk risk) {
    boolean[] driven = new boolean[media.channelCount()];
    boolean[] free = new boolean[driven.length];
    java.util.Arrays.fill(free, true);
    for (int c : media.driven()) {
      driven[c] = true;
      free[c] = false;
    }
    MediaDraws covered = covered(media.ofResponses(driven));
    Function<double[], SeparableObjective> alone = alone(media.ofResponses(free), risk);
    return weights ->
        new Sum(
            new ConcaveEnvelope(problem, alone.apply(weights)), covered.weighted(weights.clone()));
  }

  private Function<double[], SeparableObjective> alone(FutureMedia free, Risk risk) {
    double[] most = problem.decisions().stream().mapToDouble(Decision::upper).toArray();
    ResponseTables tables = new ResponseTables(free, map, most);
    if (risk.measure() == Risk.Measure.MEAN) {
      SeparableObjective mean = new SeparableObjective(tables.mean());
      return weights -> mean;
    }
    return new SeparableDraws(tables.byDraw())::weighted;
  }

  /** The sum of two objectives. */
  private record Sum(PlanObjective one, PlanObjective other) implements PlanObjective {
    @Override
    public double value(double[] plan) {
      return one.value(plan) + other.value(plan);
    }

    @Override
    public double[] gradient(double[] plan) {
      double[] sum = one.gradient(plan).clone();
      double[] more = other.gradient(plan);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += more[i];
      }
      return sum;
    }
  }
}
