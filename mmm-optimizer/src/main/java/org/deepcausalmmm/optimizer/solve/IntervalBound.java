package org.deepcausalmmm.optimizer.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.optimizer.problem.Money;
import org.deepcausalmmm.optimizer.problem.SeparableObjective;
import org.deepcausalmmm.optimizer.problem.SpendResponse;

/**
 * The proof of an upper bound by dynamic programming over intervals of spend.
 *
 * <p>A cell that spends within an interval is charged its lower end and earns the highest value of
 * response less price within it; the prices are paid back on the sums of the groups. Every allowed
 * plan is thereby at most as good as one of the combinations. The error falls with the square of
 * the step where slopes equal the prices. Intervals that the dual bound shows to be worse than a
 * plan in hand are left out, which makes finer steps affordable.
 */
final class IntervalBound {
  private final CentProblem problem;
  private final SeparableObjective objective;
  private final DualPrices prices;
  private final long step;
  private final long[][] starts;
  private final Choices[] choices;
  private final TreeProgram program;

  /**
   * A proven bound.
   *
   * @param bound no allowed plan is better; negative infinity if there is none
   * @param plan [cell]: the combination that attains it, in cents; it need not keep the limits
   */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  record Proof(double bound, long[] plan) {}

  IntervalBound(
      CentProblem problem,
      SeparableObjective objective,
      DualPrices prices,
      long step,
      double incumbent) {
    this.problem = problem;
    this.objective = objective;
    this.prices = prices;
    this.step = step;
    int size = problem.size();
    starts = new long[size][];
    choices = new Choices[size];
    double lossAllowed = prices.bound() - incumbent + 1e-9 * Math.abs(incumbent);
    for (int i = 0; i < size; i++) {
      choices[i] = intervals(i, lossAllowed);
    }
    TreeProgram.Terms[] terms = new TreeProgram.Terms[problem.root().count()];
    terms(problem.root(), terms);
    program = new TreeProgram(problem.root(), choices, terms, step, Integer.MAX_VALUE);
  }

  /** Counts the additions that the proof takes, about. */
  double work() {
    return program.work();
  }

  /** Proves the bound. */
  Proof prove() {
    Optional<TreeProgram.Best> best = program.solve();
    if (best.isEmpty()) {
      return new Proof(Double.NEGATIVE_INFINITY, new long[0]);
    }
    long[] plan = new long[problem.size()];
    for (int i = 0; i < plan.length; i++) {
      plan[i] = starts[i][best.get().picked()[i]];
    }
    return new Proof(best.get().value(), plan);
  }

  private TreeProgram.Terms terms(GroupNode node, TreeProgram.Terms[] terms) {
    long base = 0;
    long slack = 0;
    for (int cell : node.cells()) {
      base += problem.lower()[cell];
      slack += Math.min(step, problem.upper()[cell] - problem.lower()[cell]);
    }
    for (GroupNode group : node.groups()) {
      TreeProgram.Terms inner = terms(group, terms);
      base += inner.base();
      slack += inner.slack();
    }
    terms[node.id()] = new TreeProgram.Terms(base, slack, prices.nodePrice(node.id()));
    return terms[node.id()];
  }

  private Choices intervals(int cell, double lossAllowed) {
    SpendResponse response = objective.responses().get(cell);
    double price = prices.cellPrice(cell);
    long lower = problem.lower()[cell];
    long upper = problem.upper()[cell];
    long threshold = problem.threshold()[cell];
    int count = (int) Math.max(1, (upper - lower + step - 1) / step);
    List<Long> from = new ArrayList<>();
    List<Integer> units = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    double least = prices.ceiling(cell) - lossAllowed;
    for (int k = 0; k < count; k++) {
      long low = lower + k * step;
      long high = Math.min(upper, low + step);
      double highest = Double.NEGATIVE_INFINITY;
      if (threshold > 0 && k == 0) {
        highest = response.value(0);
      }
      if (high >= threshold) {
        long start = Math.max(low, threshold);
        highest = Math.max(highest, response.ceiling(Money.of(start), Money.of(high), price * 100));
      }
      if (highest >= least) {
        from.add(high >= threshold ? Math.max(low, threshold > 0 && k > 0 ? threshold : low) : low);
        units.add(k);
        values.add(highest);
      }
    }
    starts[cell] = from.stream().mapToLong(Long::longValue).toArray();
    if (units.isEmpty()) {
      // The plan in hand is optimal to rounding: keep one choice so that the bound stays finite.
      starts[cell] = new long[] {lower};
      return new Choices(new int[] {0}, new double[] {prices.ceiling(cell)});
    }
    return new Choices(
        units.stream().mapToInt(Integer::intValue).toArray(),
        values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  @Override
  public String toString() {
    int most = Arrays.stream(choices).mapToInt(c -> c.units().length).max().orElse(0);
    return "step %d, up to %d intervals".formatted(step, most);
  }
}
