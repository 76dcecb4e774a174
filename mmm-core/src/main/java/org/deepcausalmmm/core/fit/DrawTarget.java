package org.deepcausalmmm.core.fit;

import java.util.Arrays;
import java.util.List;
import org.deepcausalmmm.core.diagnostics.ChainDiagnostics;
import org.deepcausalmmm.core.posterior.HamiltonianSampler.Continuation;
import org.deepcausalmmm.core.posterior.HamiltonianSampler.Sample;

/**
 * How many draws of the posterior are taken, and how many of them are kept.
 *
 * @param chains number of chains
 * @param first draws of each chain before convergence is judged
 * @param usual draws of each chain that are taken at most, unless more would make the effects
 *     converge; no more are kept
 * @param most draws of each chain that are taken at most
 */
record DrawTarget(int chains, int first, int usual, int most) {
  /** Least number of draws that is a target and not exact: fewer cannot be worth what is needed. */
  private static final int ADAPTIVE = 1000;

  /** Greatest number of draws that is a target: whoever asks for more knows why. */
  private static final int MOST_ADAPTIVE = 10_000;

  /** Further draws of each chain, where the chains have not converged. */
  private static final int FURTHER = 75;

  /**
   * Limits of convergence: those of Vehtari et al. (2021), 1.01 and 400, with some room, because
   * the reported effects are of draws that are moved from the mean and of other quantities than
   * those watched.
   */
  private static final double MOST_R_HAT = 1.007;

  private static final double LEAST_EFFECTIVE = 450;

  /** Draws as a multiple of those asked for: usually, and where that makes them converge. */
  private static final int USUAL = 2;

  private static final int GREATEST = 6;

  /**
   * Multiple of the greatest number of draws with which effects have to converge, or no more draws
   * are taken than were asked for: chains that are so far apart will tell no more.
   */
  private static final int HOPELESS = 4;

  /** Returns the target for a number of draws of all chains together. */
  static DrawTarget of(int draws, int chains) {
    int each = (draws + chains - 1) / chains;
    boolean adaptive = draws >= ADAPTIVE && draws <= MOST_ADAPTIVE;
    return adaptive
        ? new DrawTarget(chains, each / 2, USUAL * each, GREATEST * each)
        : new DrawTarget(chains, each, each, each);
  }

  /** Returns when further draws are taken. */
  Continuation continuation() {
    return new Continuation(FURTHER, most, this::enough);
  }

  /**
   * Returns whether all watched quantities have converged, or would not with all draws that may be
   * taken; true if none are watched. As many draws as were asked for are taken in any case.
   */
  boolean enough(Sample sample) {
    int draws = sample.draws().length / chains;
    List<ChainDiagnostics> watched =
        Arrays.stream(sample.watched())
            .map(ChainDiagnostics::of)
            .filter(d -> !Double.isNaN(d.rHat()))
            .toList();
    return watched.stream().allMatch(d -> converged(d, 1))
        || !watched.stream().allMatch(d -> converged(d, growth(draws)));
  }

  /** Returns by how much draws may grow so that going on is worth it. */
  private double growth(int draws) {
    double greatest = (double) most / draws;
    if (draws < 2 * first) {
      return Double.POSITIVE_INFINITY;
    }
    return draws < usual ? HOPELESS * greatest : greatest;
  }

  /**
   * Returns whether a quantity converges with a multiple of the draws: effective draws grow with
   * them, and the excess of R-hat falls.
   */
  private static boolean converged(ChainDiagnostics diagnostics, double growth) {
    return diagnostics.rHat() - 1 <= growth * (MOST_R_HAT - 1)
        && growth * diagnostics.ess() >= LEAST_EFFECTIVE;
  }

  /**
   * Returns the draws that are kept: each, or every second or further one of each chain, so that
   * they are not more than usual. Where so many were needed, neighbours tell little of each other's
   * effects, and every draw that is kept costs counterfactuals.
   *
   * @param draws [chain * draws + draw]
   */
  double[][] kept(double[][] draws) {
    int each = draws.length / chains;
    int step = (each + usual - 1) / usual;
    int kept = each / step;
    double[][] thinned = new double[chains * kept][];
    for (int i = 0; i < thinned.length; i++) {
      thinned[i] = draws[i / kept * each + (i % kept + 1) * step - 1];
    }
    return thinned;
  }
}
