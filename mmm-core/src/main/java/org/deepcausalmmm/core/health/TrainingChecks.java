package org.deepcausalmmm.core.health;

import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.core.analysis.HealthCheck;

/** Looks at whether the search for the most probable parameters came to rest. */
final class TrainingChecks {
  private static final Limits CONVERGENCE = new Limits(1, 4);
  private static final Limits GRADIENT = new Limits(1, 5);

  private static final Limits DRAWS = new Limits(49, 9);

  private TrainingChecks() {}

  /** Compares the last rounds' losses with how much a loss varies from sample to sample. */
  static Optional<HealthCheck> convergence(Evidence evidence) {
    List<Double> losses = evidence.fitted().record().losses();
    if (losses.size() < 2) {
      return Optional.empty();
    }
    double last = losses.get(losses.size() - 1);
    double change = Math.abs(last - losses.get(losses.size() - 2));
    // Half a sum of n squares of standard normal variables has the variance n / 2.
    double figure = change / Math.sqrt(evidence.observations() / 2.0);
    return Optional.of(
        CONVERGENCE.check(
            "convergence",
            figure,
            "Change of the loss in the last round, in units of its sampling error; above 1, fit"
                + " without 'quick', and look at the data report for extreme values."));
  }

  /** Counts the draws, whose quantiles the intervals are. */
  static Optional<HealthCheck> draws(Evidence evidence) {
    return Optional.of(
        DRAWS.check(
            "draws",
            evidence.fitted().draws().length,
            "Draws of the posterior, of which all intervals are quantiles; below 50 their ends are"
                + " a matter of chance, so set 'fit.draws' higher."));
  }

  /** Turns the gradient into a distance, in standard deviations of the posterior. */
  static Optional<HealthCheck> gradient(Evidence evidence) {
    double[][] draws = evidence.fitted().draws();
    double[] theta = evidence.fitted().theta();
    double variance = 0;
    for (double[] draw : draws) {
      for (int i = 0; i < theta.length; i++) {
        variance += (draw[i] - theta[i]) * (draw[i] - theta[i]);
      }
    }
    double sd = Math.sqrt(variance / Math.max(1, (double) draws.length * theta.length));
    double norm = evidence.fitted().record().gradientNorm();
    return Optional.of(
        GRADIENT.check(
            "gradient",
            norm * sd / Math.sqrt(theta.length),
            "Slope left at the end, as a distance in standard deviations of a parameter; above 1,"
                + " fit without 'quick'."));
  }
}
