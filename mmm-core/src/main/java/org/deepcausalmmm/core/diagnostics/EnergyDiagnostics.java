package org.deepcausalmmm.core.diagnostics;

/**
 * The energy Bayesian fraction of missing information (Betancourt 2016, Diagnosing suboptimal
 * cotangent disintegrations in Hamiltonian Monte Carlo, arXiv 1604.00695).
 */
public final class EnergyDiagnostics {
  private EnergyDiagnostics() {}

  /**
   * Returns the mean squared change of the energy over its variance. Below 0.3 the momenta change
   * the energy too little from draw to draw for the chain to reach the tails.
   *
   * @param energy of the Hamiltonian at the draws of one chain
   */
  public static double bfmi(double[] energy) {
    double mean = Chains.mean(energy);
    double change = 0;
    double spread = 0;
    for (int i = 0; i < energy.length; i++) {
      spread += (energy[i] - mean) * (energy[i] - mean);
      change += i == 0 ? 0 : (energy[i] - energy[i - 1]) * (energy[i] - energy[i - 1]);
    }
    return change / spread;
  }
}
