package org.deepcausalmmm.core.analysis;

import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.core.diagnostics.ChainDiagnostics;

/**
 * The convergence of the posterior's chains, by reported quantity.
 *
 * @param chains number of chains; 0 if the draws are those of Laplace's approximation, which are
 *     independent and have no diagnostics
 * @param energyFraction the least energy fraction of a chain (E-BFMI); NaN where it is not known
 * @param quantities what was diagnosed
 */
public record SamplingDiagnostics(
    int chains, double energyFraction, List<QuantityDiagnostics> quantities) {
  public SamplingDiagnostics {
    quantities = List.copyOf(quantities);
  }

  /**
   * The diagnostics of a quantity.
   *
   * @param quantity {@code contribution}, {@code roi}, {@code mroi}, {@code media-share} or {@code
   *     forecast-total}, the expected outcome of the holdout
   * @param channel empty for the share of all media and the forecast
   */
  public record QuantityDiagnostics(
      String quantity, String channel, ChainDiagnostics diagnostics) {}

  /** Returns the diagnostics of draws that need none. */
  public static SamplingDiagnostics none() {
    return new SamplingDiagnostics(0, Double.NaN, List.of());
  }

  /** Returns the quantity with the greatest R-hat. */
  public Optional<QuantityDiagnostics> worstRHat() {
    return quantities.stream()
        .filter(q -> !Double.isNaN(q.diagnostics().rHat()))
        .max((a, b) -> Double.compare(a.diagnostics().rHat(), b.diagnostics().rHat()));
  }

  /** Returns the quantity with the least effective sample size, of bulk and tail. */
  public Optional<QuantityDiagnostics> leastEss() {
    return quantities.stream()
        .filter(q -> !Double.isNaN(q.diagnostics().ess()))
        .min((a, b) -> Double.compare(a.diagnostics().ess(), b.diagnostics().ess()));
  }

  /** Returns the least effective sample size of a channel's quantities; NaN without any. */
  public double ess(String channel) {
    return quantities.stream()
        .filter(q -> q.channel().equals(channel))
        .mapToDouble(q -> q.diagnostics().ess())
        .filter(x -> !Double.isNaN(x))
        .min()
        .orElse(Double.NaN);
  }

  /** Returns the greatest R-hat of a channel's quantities; NaN without any. */
  public double rHat(String channel) {
    return quantities.stream()
        .filter(q -> q.channel().equals(channel))
        .mapToDouble(q -> q.diagnostics().rHat())
        .filter(x -> !Double.isNaN(x))
        .max()
        .orElse(Double.NaN);
  }
}
