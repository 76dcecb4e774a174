package org.deepcausalmmm.core.health;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.core.analysis.HealthCheck;
import org.deepcausalmmm.core.model.ParameterBlock;
import org.deepcausalmmm.core.posterior.EffectiveDraws;

/** Checks of convergence and of the posterior draws. */
final class TrainingChecks {
  private static final Limits CONVERGENCE = new Limits(1, 4);
  private static final Limits GRADIENT = new Limits(1, 5);

  private static final Limits DRAWS = new Limits(49, 9);

  /**
   * The Monte Carlo error of the mean of n draws is 1 / sqrt(n) standard deviations: a third at 10,
   * a half at 4.
   */
  private static final Limits EFFECTIVE_DRAWS = new Limits(10, 4);

  private TrainingChecks() {}

  /** Compares the change of the loss in the last round with its sampling error. */
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
            "Change of the loss in the last round, in units of its sampling error. Above 1, fit"
                + " without 'quick' if it was set, and check the data report for extreme values."));
  }

  /** Judges the number of draws, from whose quantiles the intervals are computed. */
  static Optional<HealthCheck> draws(Evidence evidence) {
    return Optional.of(
        DRAWS.check(
            "draws",
            evidence.fitted().draws().length,
            "Number of posterior draws. Below 50 the ends of intervals are imprecise: raise"
                + " 'fit.draws'."));
  }

  /**
   * Judges the effective sample size of the channel that mixes worst; draws of Laplace's
   * approximation are independent.
   */
  static Optional<HealthCheck> effectiveDraws(Evidence evidence) {
    if (Double.isNaN(evidence.fitted().record().acceptance())) {
      return Optional.empty();
    }
    ParameterBlock block = evidence.shares();
    List<String> names = evidence.panel().channelNames();
    double least = Double.POSITIVE_INFINITY;
    String worst = "";
    for (int c = 0; c < names.size(); c++) {
      int index = block.index(0, c);
      double effective =
          EffectiveDraws.of(
              Arrays.stream(evidence.fitted().draws()).mapToDouble(d -> d[index]).toArray());
      if (effective < least) {
        least = effective;
        worst = names.get(c);
      }
    }
    return Optional.of(
        EFFECTIVE_DRAWS.check(
            "effective_draws",
            least,
            "Effective sample size of the channel that mixes worst (%s). At 10 or less its"
                    .formatted(worst)
                + " estimates are imprecise: raise 'fit.draws'."));
  }

  /** Judges the gradient as a distance in posterior standard deviations. */
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
            "Gradient at the end of training, as a distance in posterior standard deviations. Above 1,"
                + " fit without 'quick' if it was set, or for longer."));
  }
}
