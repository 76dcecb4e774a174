package org.deepcausalmmm.simulation;

import java.util.List;

/**
 * The way from spend to exposure and from exposure to outcome, without noise; the same each time.
 */
sealed interface Mechanism permits StructuralMechanism, UncoupledMechanism, SmoothedMechanism {
  /** Returns the plan that was carried out. */
  MediaPlan plan();

  /**
   * Returns the exposures that some spend leads to.
   *
   * @param spend [channel][region][week]
   * @return [channel][region][week]
   */
  double[][][] exposure(double[][][] spend);

  /**
   * Returns the outcome that some spend leads to.
   *
   * @param spend [channel][region][week]
   * @return [region][week]
   */
  double[][] outcome(double[][][] spend);

  /**
   * Returns the outcome if one channel's spend changes and the other channels' exposures stay.
   *
   * @param spend [region][week]: that channel's
   * @return [region][week]
   */
  double[][] outcomeHoldingOthers(int channel, double[][] spend);

  /** Returns the edges between exposures, in units of those in the weeks of the data. */
  List<Truth.TrueEdge> edges();

  /** Returns the parameters of a channel's curve; empty lists and nulls where it has none. */
  Truth.Form form(int channel);
}
