package org.deepcausalmmm.core.diagnostics;

/**
 * Convergence diagnostics of one quantity, from several chains.
 *
 * <p>Source: Vehtari, Gelman, Simpson, Carpenter and Bürkner (2021), Rank-normalization, folding,
 * and localization: an improved R-hat for assessing convergence of MCMC, Bayesian Analysis 16.
 *
 * @param rHat the greater of the rank-normalised split R-hat and of its folded version; 1 where all
 *     chains agree
 * @param bulkEss effective sample size of the rank-normalised quantity
 * @param tailEss the lesser effective sample size of its 5% and its 95% quantile
 * @param meanError Monte Carlo standard error of its mean, in the quantity's unit
 */
public record ChainDiagnostics(double rHat, double bulkEss, double tailEss, double meanError) {
  private static final double LOWER_TAIL = 0.05;
  private static final double UPPER_TAIL = 0.95;

  /**
   * Computes the diagnostics.
   *
   * @param chains [chain][draw], all of one length, four draws or more; every value NaN or the same
   *     yields NaN throughout, for nothing moves
   */
  public static ChainDiagnostics of(double[][] chains) {
    double[][] split = Chains.split(chains);
    if (!Chains.vary(split)) {
      return new ChainDiagnostics(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
    double[][] normal = RankNormalization.apply(split);
    double[][] folded = RankNormalization.apply(Chains.foldedAtMedian(split));
    double rHat = Math.max(ScaleReduction.of(normal), ScaleReduction.of(folded));
    double sd = Chains.standardDeviation(chains);
    return new ChainDiagnostics(
        rHat,
        EffectiveSampleSize.of(normal),
        Math.min(
            EffectiveSampleSize.of(Chains.split(Chains.below(chains, LOWER_TAIL))),
            EffectiveSampleSize.of(Chains.split(Chains.below(chains, UPPER_TAIL)))),
        sd / Math.sqrt(EffectiveSampleSize.of(split)));
  }

  /** Returns the diagnostics of chains that never moved, though they should: one draw's worth. */
  public static ChainDiagnostics stuck() {
    return new ChainDiagnostics(Double.NaN, 1, 1, Double.NaN);
  }

  /** Returns the lesser of both effective sample sizes. */
  public double ess() {
    return Math.min(bulkEss, tailEss);
  }
}
