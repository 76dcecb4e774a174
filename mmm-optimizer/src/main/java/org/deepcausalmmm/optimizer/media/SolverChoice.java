package org.deepcausalmmm.optimizer.media;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deepcausalmmm.core.numeric.Grid;
import org.deepcausalmmm.core.planning.FutureMedia;
import org.deepcausalmmm.optimizer.BudgetOptimizer;
import org.deepcausalmmm.optimizer.LocalSearch;
import org.deepcausalmmm.optimizer.problem.BudgetProblem;
import org.deepcausalmmm.optimizer.problem.SeparableObjective;
import org.deepcausalmmm.optimizer.problem.SpendResponse;
import org.deepcausalmmm.optimizer.risk.Risk;
import org.deepcausalmmm.optimizer.risk.RiskObjective;
import org.deepcausalmmm.optimizer.risk.SeparableDraws;

/**
 * The choice of how a plan is found.
 *
 * <p>Sums for channels, in all or by region, do not act on each other unless channels drive each
 * other: response tables are then the model itself, and the optimum is global. Otherwise tables say
 * the outcome of each channel on its own, their optimum is a start, and the full model is climbed.
 */
final class SolverChoice {
  private final PaidHistory history;
  private final PlanBy by;
  private final Risk risk;
  private final BudgetProblem problem;

  SolverChoice(PaidHistory history, PlanBy by, Risk risk, BudgetProblem problem) {
    this.history = history;
    this.by = by;
    this.risk = risk;
    this.problem = problem;
  }

  /** Returns whether decisions act on each other. */
  boolean local(FutureMedia media) {
    return by.byWeek() || media.coupled();
  }

  /** Chooses the solver where decisions do not act on each other. */
  BudgetOptimizer separable(FutureMedia media, SpendMap map) {
    ResponseTables tables = new ResponseTables(media, map, uppers());
    BudgetOptimizer optimizer =
        risk.measure() == Risk.Measure.MEAN
            ? BudgetOptimizer.separable(new SeparableObjective(tables.mean()))
            : BudgetOptimizer.separable(new SeparableDraws(tables.byDraw()), risk);
    return optimizer.withDraws(new MediaDraws(media, map));
  }

  /**
   * Chooses the solver where they do.
   *
   * @param mostSteps steps from each start
   */
  BudgetOptimizer local(FutureMedia media, SpendMap map, int mostSteps) {
    return BudgetOptimizer.local(
        new RiskObjective(new MediaDraws(media, map), risk),
        alone(media, map),
        new LocalSearch(this::furtherStarts, mostSteps));
  }

  /** Returns how far tables reach: what may be spent, and the present plan, which may be more. */
  private double[] uppers() {
    double[] uppers = problem.present().clone();
    for (int i = 0; i < uppers.length; i++) {
      uppers[i] = Math.max(uppers[i], problem.decisions().get(i).upper());
    }
    return uppers;
  }

  /** Returns the responses of decisions on their own; a week's as if all weeks were like it. */
  private SeparableObjective alone(FutureMedia media, SpendMap map) {
    if (!by.byWeek()) {
      return new SeparableObjective(new ResponseTables(media, map, uppers()).mean());
    }
    SpendMap lines = history.flat(by.byRegion() ? PlanBy.REGION : PlanBy.CHANNEL);
    int weeks = map.weeks();
    double[] uppers = uppers();
    double[] longest = new double[lines.size()];
    Grid grid = new Grid(lines.size(), weeks);
    for (int i = 0; i < uppers.length; i++) {
      int line = grid.region(i);
      longest[line] = Math.max(longest[line], uppers[i] * weeks);
    }
    List<SpendResponse> tables = new ResponseTables(media, lines, longest).mean();
    List<SpendResponse> cells = new ArrayList<>();
    for (int i = 0; i < uppers.length; i++) {
      cells.add(new WeekOfMany(tables.get(grid.region(i)), weeks));
    }
    return new SeparableObjective(cells);
  }

  /**
   * Returns starts made of sums for channels: spread over weeks as at present, and the present mix.
   */
  private List<double[]> furtherStarts(double[] alone) {
    double[] present = problem.present();
    double all = Arrays.stream(present).sum();
    double[] mix = present.clone();
    for (int i = 0; i < mix.length && all > 0; i++) {
      mix[i] *= problem.budget() / all;
    }
    if (!by.byWeek()) {
      return List.of(mix);
    }
    int weeks = history.present()[0][0].length;
    double[] patterned = alone.clone();
    Grid grid = new Grid(alone.length / weeks, weeks);
    for (int line = 0; line < grid.regions(); line++) {
      double optimal = Arrays.stream(grid.row(alone, line)).sum();
      double now = Arrays.stream(grid.row(present, line)).sum();
      for (int i = grid.start(line); i < grid.end(line) && now > 0; i++) {
        patterned[i] = optimal * present[i] / now;
      }
    }
    return List.of(mix, patterned);
  }

  /** A week's part of the response of weeks that are all like it. */
  private record WeekOfMany(SpendResponse all, int weeks) implements SpendResponse {
    @Override
    public double value(double spend) {
      return all.value(weeks * spend) / weeks;
    }

    @Override
    public double slope(double spend) {
      return all.slope(weeks * spend);
    }

    @Override
    public double domainEnd() {
      return all.domainEnd() / weeks;
    }

    @Override
    public double ceiling(double from, double to, double price) {
      return all.ceiling(weeks * from, weeks * to, price) / weeks;
    }
  }
}
