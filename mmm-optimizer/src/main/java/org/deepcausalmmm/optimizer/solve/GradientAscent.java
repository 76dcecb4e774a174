package org.deepcausalmmm.optimizer.solve;

import org.deepcausalmmm.core.numeric.SpectralProjectedGradient;
import org.deepcausalmmm.core.numeric.Vectors;
import org.deepcausalmmm.optimizer.problem.PlanObjective;

/** A search for a local optimum of a plan by spectral projected gradients, in cents. */
final class GradientAscent implements SpectralProjectedGradient.Maximand {
  /** A search ends when no cell would move by half a cent, which rounds to nothing. */
  private static final double LEAST_MOVE = 0.5;

  /** Cents by which the steepest cell moves first if cells hold less on average. */
  private static final double LEAST_SCALE = 100;

  private final PlanObjective objective;
  private final Projection projection;
  private final int mostSteps;

  GradientAscent(PlanObjective objective, Projection projection, int mostSteps) {
    this.objective = objective;
    this.projection = projection;
    this.mostSteps = mostSteps;
  }

  /**
   * Climbs from a start.
   *
   * @param start [cell]: cents
   * @return [cell]: cents, not whole, no worse than the start's projection
   */
  double[] climb(double[] start) {
    return new SpectralProjectedGradient(this, LEAST_MOVE, LEAST_SCALE, mostSteps).maximise(start);
  }

  @Override
  public double[] nearest(double[] cents) {
    return projection.nearest(cents);
  }

  @Override
  public double value(double[] cents) {
    return objective.value(Vectors.times(0.01, cents));
  }

  @Override
  public double[] gradient(double[] cents) {
    return Vectors.times(0.01, objective.gradient(Vectors.times(0.01, cents)));
  }
}
