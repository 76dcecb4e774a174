package org.deepcausalmmm.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.deepcausalmmm.simulation.Truth.ChannelTruth;
import org.deepcausalmmm.simulation.Truth.RegionTruth;

/** The truth of a world, found by running it again with other spend. */
final class Counterfactuals {
  private final Mechanism mechanism;
  private final Flaws flaws;
  private final List<String> regions;
  private final double[] factual;
  private final boolean spendKnown;

  /**
   * Prepares the counterfactuals.
   *
   * @param spendKnown whether the data show spend; where they do not, it is 0 in the truth
   */
  Counterfactuals(Mechanism mechanism, Flaws flaws, List<String> regions, boolean spendKnown) {
    this.spendKnown = spendKnown;
    this.mechanism = mechanism;
    this.flaws = flaws;
    this.regions = regions;
    this.factual = flaws.sums(mechanism.outcome(mechanism.plan().spend()));
  }

  double outcomeTotal() {
    return Tables.sum(factual);
  }

  /** Returns the outcome without any spend. */
  double baselineTotal() {
    double[][][] none = mechanism.plan().spend().clone();
    for (int c = 0; c < none.length; c++) {
      none[c] = Tables.times(none[c], 0);
    }
    return Tables.sum(flaws.sums(mechanism.outcome(none)));
  }

  List<ChannelTruth> channels() {
    List<ChannelTruth> truths = new ArrayList<>();
    for (int c = 0; c < mechanism.plan().spend().length; c++) {
      truths.add(channel(c));
    }
    return truths;
  }

  private ChannelTruth channel(int channel) {
    double spend = spendKnown ? Tables.sum(flaws.sums(mechanism.plan().spend()[channel])) : 0;
    double[] without = scaled(channel, 0);
    double[] lost = less(factual, without);
    double[][] nothing = Tables.times(mechanism.plan().spend()[channel], 0);
    double[] held = flaws.sums(mechanism.outcomeHoldingOthers(channel, nothing));
    double[] direct = less(factual, held);
    SortedMap<Double, double[]> curves = curves(channel, without);
    double contribution = Tables.sum(lost);
    return new ChannelTruth(
        spend,
        contribution,
        spend > 0 ? contribution / spend : null,
        Tables.sum(direct),
        contribution / outcomeTotal(),
        each(curves, Tables::sum),
        byRegion(lost, direct, curves),
        mechanism.form(channel));
  }

  /** Returns the outcome of each region at multiples of the spend less that at 0. */
  private SortedMap<Double, double[]> curves(int channel, double[] without) {
    SortedMap<Double, double[]> curves = new TreeMap<>();
    for (double multiplier : Truth.MULTIPLIERS) {
      double[] with = multiplier == 1 ? factual : scaled(channel, multiplier);
      curves.put(multiplier, less(with, without));
    }
    return curves;
  }

  private Map<String, RegionTruth> byRegion(
      double[] lost, double[] direct, SortedMap<Double, double[]> curves) {
    Map<String, RegionTruth> byRegion = new LinkedHashMap<>();
    for (int r = 0; r < lost.length; r++) {
      int region = r;
      byRegion.put(
          regions.get(r),
          new RegionTruth(lost[r], direct[r], each(curves, values -> values[region])));
    }
    return byRegion;
  }

  private static SortedMap<Double, Double> each(
      SortedMap<Double, double[]> curves, ToDoubleFunction<double[]> value) {
    SortedMap<Double, Double> curve = new TreeMap<>();
    curves.forEach((multiplier, values) -> curve.put(multiplier, value.applyAsDouble(values)));
    return curve;
  }

  private double[] scaled(int channel, double multiplier) {
    double[][][] spend = mechanism.plan().spend().clone();
    spend[channel] = Tables.times(spend[channel], multiplier);
    return flaws.sums(mechanism.outcome(spend));
  }

  private static double[] less(double[] with, double[] without) {
    double[] difference = new double[with.length];
    for (int r = 0; r < with.length; r++) {
      difference[r] = with[r] - without[r];
    }
    return difference;
  }
}
