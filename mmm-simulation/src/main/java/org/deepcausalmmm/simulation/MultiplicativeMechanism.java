package org.deepcausalmmm.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * A product of demand and of a power of each channel's carried-over exposure: channels interact, as
 * in a log-log regression. Exposure is carried over by gamma densities.
 */
final class MultiplicativeMechanism extends UncoupledMechanism {
  /** The effect of one channel: the outcome is multiplied by (1 + carried / unit)^power. */
  private record Power(double[] kernel, double[] unit, double[] power) {}

  private final List<Power> powers;
  private final double strength;

  private MultiplicativeMechanism(
      Demand demand, MediaPlan plan, List<Power> powers, double strength) {
    super(demand, plan);
    this.powers = powers;
    this.strength = strength;
  }

  /**
   * Draws the mechanics and sets the powers so that media bring a share of the outcome.
   *
   * @param mediaShare share of the outcome that would be lost without any spend
   */
  static MultiplicativeMechanism draw(
      WorldSpec spec,
      Demand demand,
      List<Traits> traits,
      MediaPlan plan,
      double mediaShare,
      Chance chance) {
    double[][][] exposure = plan.bought(plan.spend());
    List<Power> powers = new ArrayList<>();
    for (int c = 0; c < traits.size(); c++) {
      Chance own = chance.fork("power of " + traits.get(c).name());
      powers.add(power(spec, traits.get(c), exposure[c], own));
    }
    MultiplicativeMechanism mechanism = new MultiplicativeMechanism(demand, plan, powers, 1);
    double low = 0;
    double high = 20;
    double without = demand.total();
    for (int i = 0; i < 50; i++) {
      mechanism = new MultiplicativeMechanism(demand, plan, powers, (low + high) / 2);
      double with = Tables.sum(mechanism.outcomeOfExposure(mechanism.factual));
      if (1 - without / with < mediaShare) {
        low = mechanism.strength;
      } else {
        high = mechanism.strength;
      }
    }
    return mechanism;
  }

  private static Power power(WorldSpec spec, Traits traits, double[][] exposure, Chance chance) {
    double[] kernel = Kernels.gamma(chance.integer(0, 3), chance.uniform(0.6, 1.6));
    double[] unit = new double[exposure.length];
    double[] power = new double[exposure.length];
    double relative = chance.uniform(0.3, 1.5);
    double scatter = spec.regions() == 1 ? 0 : chance.uniform(0.1, 0.25);
    for (int r = 0; r < unit.length; r++) {
      double mean = Tables.mean(Kernels.spread(exposure[r], kernel));
      unit[r] = mean > 0 ? relative * mean : 1;
      power[r] = traits.share() * chance.logNormal(scatter);
    }
    return new Power(kernel, unit, power);
  }

  @Override
  double[][] outcomeOfExposure(double[][][] exposure) {
    double[][] outcome = new double[demand.size().length][];
    for (int r = 0; r < outcome.length; r++) {
      outcome[r] = demand.level()[r].clone();
      for (int c = 0; c < exposure.length; c++) {
        Power effect = powers.get(c);
        double[] carried = Kernels.spread(exposure[c][r], effect.kernel());
        for (int t = 0; t < carried.length; t++) {
          outcome[r][t] *=
              Math.pow(1 + carried[t] / effect.unit()[r], strength * effect.power()[r]);
        }
      }
      for (int t = 0; t < outcome[r].length; t++) {
        outcome[r][t] *= demand.size()[r];
      }
    }
    return outcome;
  }
}
