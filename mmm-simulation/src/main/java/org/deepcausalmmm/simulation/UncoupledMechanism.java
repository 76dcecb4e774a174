package org.deepcausalmmm.simulation;

import java.util.List;

/**
 * A mechanism in which no channel drives another: exposure is what the plan's money buys, and no
 * parameter describes a channel's curve by itself.
 */
abstract sealed class UncoupledMechanism implements Mechanism
    permits AgentMechanism, MultiplicativeMechanism {
  final Demand demand;

  /** The exposures that were planned: [channel][region][week]. */
  final double[][][] factual;

  private final MediaPlan plan;

  UncoupledMechanism(Demand demand, MediaPlan plan) {
    this.demand = demand;
    this.plan = plan;
    this.factual = plan.bought(plan.spend());
  }

  /**
   * Returns the outcome of some exposures.
   *
   * @param exposure [channel][region][week]
   * @return [region][week]
   */
  abstract double[][] outcomeOfExposure(double[][][] exposure);

  @Override
  public final MediaPlan plan() {
    return plan;
  }

  @Override
  public final double[][][] exposure(double[][][] spend) {
    return plan.bought(spend);
  }

  @Override
  public final double[][] outcome(double[][][] spend) {
    return outcomeOfExposure(exposure(spend));
  }

  @Override
  public final double[][] outcomeHoldingOthers(int channel, double[][] spend) {
    double[][][] exposure = factual.clone();
    exposure[channel] = plan.bought(channel, spend);
    return outcomeOfExposure(exposure);
  }

  @Override
  public final List<Truth.TrueEdge> edges() {
    return List.of();
  }

  @Override
  public final Truth.Form form(int channel) {
    return Truth.Form.none();
  }
}
