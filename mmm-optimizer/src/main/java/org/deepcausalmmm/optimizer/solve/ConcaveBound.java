package org.deepcausalmmm.optimizer.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.optimizer.problem.BudgetProblem;
import org.deepcausalmmm.optimizer.problem.Decision;
import org.deepcausalmmm.optimizer.problem.PlanObjective;
import org.deepcausalmmm.optimizer.problem.SeparableObjective;
import org.deepcausalmmm.optimizer.problem.SpendResponse;

/**
 * A bound of what allowed plans earn, by a concave function that is nowhere below the objective.
 *
 * <p>A concave function lies below its tangent plane at any plan, and the most that an allowed plan
 * earns on a plane is a linear program. Planes are tight where the function is highest, so it is
 * climbed first (M. Frank and P. Wolfe, An algorithm for quadratic programming, Naval Research
 * Logistics Quarterly 3, 1956). They hold whatever the budget is, so that a climb returns a bound
 * with more of them. It is immutable.
 */
public final class ConcaveBound {
  private static final double CLOSED = 1e-4;
  private static final int MOST_ROUNDS = 3;

  private final PlanObjective above;
  private final List<Plane> planes;

  /** [decision]: the plan at which the climb to this bound ended; empty without one. */
  private final double[] highest;

  /** A tangent plane: a plan earns base + slopes x plan on it. */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  private record Plane(double base, double[] slopes) {}

  /**
   * Bounds by a function.
   *
   * @param above concave and nowhere below the objective; its gradient may be any of the slopes
   *     where it has corners
   */
  public ConcaveBound(PlanObjective above) {
    this(above, List.of(), new double[0]);
  }

  private ConcaveBound(PlanObjective above, List<Plane> planes, double[] highest) {
    this.above = above;
    this.planes = List.copyOf(planes);
    this.highest = highest;
  }

  /**
   * A climb's result.
   *
   * @param value what no allowed plan exceeds
   * @param bound the bound with the planes found
   * @param highest [decision]: the plan at which the climb ended, cells with a minimum if on
   *     relaxed
   */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  public record Climb(double value, ConcaveBound bound, double[] highest) {}

  /**
   * Looks for tight planes.
   *
   * @param start [decision]: a plan to climb from, unless a climb led to this bound
   * @param steps of each climb
   */
  public Climb climb(BudgetProblem problem, double[] start, int steps) {
    CentProblem relaxed = CentProblem.of(withoutSwitches(problem));
    GradientAscent ascent = new GradientAscent(above, new Projection(relaxed), steps);
    double[] point = cents(highest.length == 0 ? start : highest);
    double bound = Double.POSITIVE_INFINITY;
    ConcaveBound reached = this;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      point = ascent.climb(point);
      double[] plan = money(point);
      double value = above.value(plan);
      reached = reached.touching(plan, value);
      double found = reached.known(problem);
      boolean closed = found - value <= CLOSED * Math.abs(found);
      boolean stuck = found > bound - CLOSED * Math.abs(found);
      bound = Math.min(bound, found);
      if (closed || stuck) {
        break;
      }
    }
    return new Climb(bound, reached, reached.highest.clone());
  }

  /** Returns the best bound by the planes; infinite without any. */
  public double known(BudgetProblem problem) {
    return planes.stream()
        .mapToDouble(plane -> plane.base + linear(problem, plane.slopes))
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  private ConcaveBound touching(double[] plan, double value) {
    double[] slopes = above.gradient(plan);
    double base = value;
    for (int i = 0; i < plan.length; i++) {
      base -= slopes[i] * plan[i];
    }
    List<Plane> more = new ArrayList<>(planes);
    more.add(new Plane(base, slopes));
    return new ConcaveBound(above, more, plan);
  }

  /** Bounds what an allowed plan earns if every unit of money in a cell earns the same. */
  private static double linear(BudgetProblem problem, double[] slopes) {
    SeparableObjective lines =
        new SeparableObjective(Arrays.stream(slopes).mapToObj(ConcaveBound::line).toList());
    CentProblem cents = CentRounding.widened(CentProblem.of(problem));
    double bound = new DualPrices(cents, lines).bound();
    if (cents.crossing().isEmpty()) {
      return bound;
    }
    Optional<PiecewiseProgram.Optimum> found =
        PiecewiseProgram.relaxed(cents, lines, 1, Math.abs(bound));
    return found.isPresent() && found.get().optimal()
        ? Math.min(bound, found.get().value() + 1e-6 * Math.abs(found.get().value()))
        : bound;
  }

  private static SpendResponse line(double slope) {
    return new SpendResponse() {
      @Override
      public double value(double spend) {
        return slope * spend;
      }

      @Override
      public double slope(double spend) {
        return slope;
      }

      @Override
      public double ceiling(double from, double to, double price) {
        return Math.max((slope - price) * from, (slope - price) * to);
      }
    };
  }

  /** Allows anything below a cell's minimum if on, as money may be anything between. */
  private static BudgetProblem withoutSwitches(BudgetProblem problem) {
    return problem.withDecisions(
        problem.decisions().stream().map(ConcaveBound::withoutSwitch).toList());
  }

  private static Decision withoutSwitch(Decision decision) {
    return decision.atLeastIfOn(0);
  }

  private static double[] cents(double[] money) {
    return Arrays.stream(money).map(x -> 100 * x).toArray();
  }

  private static double[] money(double[] cents) {
    return Arrays.stream(cents).map(x -> x / 100).toArray();
  }
}
