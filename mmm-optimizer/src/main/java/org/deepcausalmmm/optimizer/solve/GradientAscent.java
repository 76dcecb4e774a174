package org.deepcausalmmm.optimizer.solve;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import org.deepcausalmmm.optimizer.problem.PlanObjective;

/**
 * Climbs to a local optimum by spectral projected gradients (E. G. Birgin, J. M. Martínez and M.
 * Raydan, Nonmonotone spectral projected gradient methods on convex sets, SIAM J. Optim. 10, 2000).
 */
final class GradientAscent {
  private static final int MEMORY = 5;

  private final PlanObjective objective;
  private final Projection projection;
  private final int mostSteps;
  private int evaluations;

  GradientAscent(PlanObjective objective, Projection projection, int mostSteps) {
    this.objective = objective;
    this.projection = projection;
    this.mostSteps = mostSteps;
  }

  /** Gives how often the objective was evaluated, with or without its gradient. */
  int evaluations() {
    return evaluations;
  }

  /**
   * Climbs from a start.
   *
   * @param start [cell]: cents
   * @return [cell]: cents, not whole, no worse than the start's projection
   */
  double[] climb(double[] start) {
    double[] point = projection.nearest(start);
    double value = value(point);
    double[] gradient = gradient(point);
    double[] best = point;
    double bestValue = value;
    Deque<Double> recent = new ArrayDeque<>();
    double rate = firstRate(point, gradient);
    int still = 0;
    for (int step = 0; step < mostSteps && still < 4; step++) {
      recent.addLast(value);
      if (recent.size() > MEMORY) {
        recent.removeFirst();
      }
      double[] direction = minus(projection.nearest(plus(point, rate, gradient)), point);
      double slope = dot(gradient, direction);
      if (largest(direction) < 0.5 || slope <= 0) {
        break; // nothing moves by a cent any more
      }
      double length = 1;
      double[] next = plus(point, length, direction);
      double nextValue = value(next);
      double reference = Collections.min(recent);
      while (nextValue < reference + 1e-4 * length * slope && length > 1e-6) {
        length *= 0.5;
        next = plus(point, length, direction);
        nextValue = value(next);
      }
      double[] nextGradient = gradient(next);
      double[] moved = minus(next, point);
      double curvature = -dot(moved, minus(nextGradient, gradient));
      double spread = dot(moved, moved);
      rate = curvature > 0 ? spread / curvature : 10 * rate;
      rate = Math.min(rate, 1e4 * firstRate(next, nextGradient));
      point = next;
      gradient = nextGradient;
      value = nextValue;
      still = value > bestValue + 1e-9 * Math.abs(bestValue) ? 0 : still + 1;
      if (value > bestValue) {
        bestValue = value;
        best = point;
      }
    }
    return best;
  }

  /** Gives a rate at which the steepest cell moves by the average spend. */
  private static double firstRate(double[] point, double[] gradient) {
    double mean = 0;
    for (double spend : point) {
      mean += spend / point.length;
    }
    return Math.max(mean, 100) / Math.max(largest(gradient), 1e-300);
  }

  private double value(double[] cents) {
    evaluations++;
    return objective.value(scaled(cents, 0.01));
  }

  private double[] gradient(double[] cents) {
    evaluations++;
    return scaled(objective.gradient(scaled(cents, 0.01)), 0.01);
  }

  private static double[] scaled(double[] a, double factor) {
    double[] out = a.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] *= factor;
    }
    return out;
  }

  private static double[] plus(double[] a, double factor, double[] b) {
    double[] out = a.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] += factor * b[i];
    }
    return out;
  }

  private static double[] minus(double[] a, double[] b) {
    return plus(a, -1, b);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double largest(double[] a) {
    double largest = 0;
    for (double value : a) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
