package org.deepcausalmmm.core.numeric;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;

/**
 * The maximisation of a smooth function over a convex set by spectral projected gradients (E. G.
 * Birgin, J. M. Martínez and M. Raydan, Nonmonotone spectral projected gradient methods on convex
 * sets, SIAM J. Optim. 10, 2000): steps as long as the curvature along the last one suggests,
 * accepted if they improve on the worst of the last five values.
 */
public final class SpectralProjectedGradient {
  /** A function and the convex set over which it is maximised. */
  public interface Maximand {
    /** Returns the value at a point of the set. */
    double value(double[] point);

    /** Returns the gradient at a point of the set. */
    double[] gradient(double[] point);

    /** Returns the point of the set that is nearest to any point. */
    double[] nearest(double[] point);
  }

  private static final int MEMORY = 5;
  private static final int STEPS_WITHOUT_GAIN = 4;
  private static final double SUFFICIENT_INCREASE = 1e-4;
  private static final double LEAST_LENGTH = 1e-6;
  private static final double LEAST_GAIN = 1e-9;
  private static final double GREATEST_RATE = 1e4;

  private final Maximand maximand;
  private final double leastMove;
  private final double leastScale;
  private final int mostSteps;

  /**
   * Creates a maximiser.
   *
   * @param leastMove it ends when no coordinate would move by as much
   * @param leastScale least size by which the steepest coordinate moves in the first step; more if
   *     the coordinates are larger on average
   * @param mostSteps greatest number of steps
   */
  public SpectralProjectedGradient(
      Maximand maximand, double leastMove, double leastScale, int mostSteps) {
    this.maximand = maximand;
    this.leastMove = leastMove;
    this.leastScale = leastScale;
    this.mostSteps = mostSteps;
  }

  /**
   * Returns a local maximum, or the best point found when the steps are used up.
   *
   * @param start any point; its projection is where the search begins
   * @return a point of the set, no worse than the start's projection
   */
  public double[] maximise(double[] start) {
    double[] point = maximand.nearest(start);
    double value = maximand.value(point);
    double[] gradient = maximand.gradient(point);
    double[] best = point;
    double bestValue = value;
    Deque<Double> recent = new ArrayDeque<>();
    double rate = firstRate(point, gradient);
    int withoutGain = 0;
    for (int step = 0; step < mostSteps && withoutGain < STEPS_WITHOUT_GAIN; step++) {
      recent.addLast(value);
      if (recent.size() > MEMORY) {
        recent.removeFirst();
      }
      double[] direction =
          Vectors.minus(maximand.nearest(Vectors.plus(point, rate, gradient)), point);
      double slope = Vectors.dot(gradient, direction);
      if (Vectors.largest(direction) < leastMove || slope <= 0) {
        break;
      }
      double length = 1;
      double[] next = Vectors.plus(point, length, direction);
      double nextValue = maximand.value(next);
      double reference = Collections.min(recent);
      while (nextValue < reference + SUFFICIENT_INCREASE * length * slope
          && length > LEAST_LENGTH) {
        length *= 0.5;
        next = Vectors.plus(point, length, direction);
        nextValue = maximand.value(next);
      }
      double[] nextGradient = maximand.gradient(next);
      rate = nextRate(rate, Vectors.minus(next, point), Vectors.minus(nextGradient, gradient));
      rate = Math.min(rate, GREATEST_RATE * firstRate(next, nextGradient));
      point = next;
      gradient = nextGradient;
      value = nextValue;
      boolean gained = value > bestValue + LEAST_GAIN * Math.abs(bestValue);
      withoutGain = gained ? 0 : withoutGain + 1;
      if (value > bestValue) {
        bestValue = value;
        best = point;
      }
    }
    return best;
  }

  private static double nextRate(double rate, double[] move, double[] gradientChange) {
    double curvature = -Vectors.dot(move, gradientChange);
    return curvature > 0 ? Vectors.dot(move, move) / curvature : 10 * rate;
  }

  private double firstRate(double[] point, double[] gradient) {
    double mean = 0;
    for (double coordinate : point) {
      mean += coordinate / point.length;
    }
    return Math.max(mean, leastScale) / Math.max(Vectors.largest(gradient), 1e-300);
  }
}
