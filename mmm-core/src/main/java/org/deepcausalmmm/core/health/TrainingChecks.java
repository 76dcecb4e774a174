package org.deepcausalmmm.core.health;

import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.core.analysis.HealthCheck;
import org.deepcausalmmm.core.analysis.SamplingDiagnostics.QuantityDiagnostics;

/** Checks of convergence and of the posterior draws. */
final class TrainingChecks {
  private static final Limits CONVERGENCE = new Limits(1, 4);
  private static final Limits GRADIENT = new Limits(1, 5);

  private static final Limits DRAWS = new Limits(49, 9);

  /** Vehtari et al. (2021) ask for 400; at 40 the Monte Carlo error is a sixth of an sd. */
  private static final Limits EFFECTIVE_DRAWS = new Limits(399, 40);

  /** Vehtari et al. (2021) ask for 1.01 at most; at 1.05 the chains are of different opinions. */
  private static final Limits R_HAT = new Limits(1.01, 1.05);

  /** Betancourt (2016): below 0.3 the chain explores its energies too slowly. */
  private static final Limits ENERGY = new Limits(0.3, 0.1);

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
   * Judges the effective sample size of the quantity that mixes worst; draws of Laplace's
   * approximation are independent.
   */
  static Optional<HealthCheck> effectiveDraws(Evidence evidence) {
    return evidence
        .analysis()
        .fit()
        .sampling()
        .leastEss()
        .map(
            worst ->
                EFFECTIVE_DRAWS.check(
                    "effective_draws",
                    worst.diagnostics().ess(),
                    "Effective sample size of the quantity that mixes worst (%s). Below 400 the ends"
                            .formatted(name(worst))
                        + " of its interval are imprecise: raise 'fit.draws'."));
  }

  /** Judges whether the chains agree about every reported quantity. */
  static Optional<HealthCheck> chainsAgree(Evidence evidence) {
    return evidence
        .analysis()
        .fit()
        .sampling()
        .worstRHat()
        .map(
            worst ->
                R_HAT.check(
                    "r_hat",
                    worst.diagnostics().rHat(),
                    "R-hat of the quantity on which the chains agree least (%s). Above 1.01 they"
                            .formatted(name(worst))
                        + " have not converged: raise 'fit.draws'."));
  }

  /** Judges how the chains move between energies. */
  static Optional<HealthCheck> energy(Evidence evidence) {
    double fraction = evidence.analysis().fit().sampling().energyFraction();
    return Double.isNaN(fraction)
        ? Optional.empty()
        : Optional.of(
            ENERGY.check(
                "energy",
                fraction,
                "Lowest energy fraction of a chain (E-BFMI). Below 0.3 the tails are explored too"
                    + " slowly: raise 'fit.draws', or state narrower priors."));
  }

  private static String name(QuantityDiagnostics quantity) {
    return quantity.channel().isEmpty()
        ? quantity.quantity()
        : quantity.quantity() + " of " + quantity.channel();
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
