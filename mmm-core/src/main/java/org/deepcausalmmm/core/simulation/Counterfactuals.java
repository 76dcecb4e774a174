package org.deepcausalmmm.core.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.deepcausalmmm.core.simulation.Truth.ChannelTruth;

/** Finds what is true of a world by running it again with other spend. */
final class Counterfactuals {
  private final Mechanism mechanism;
  private final Flaws flaws;
  private final List<String> regions;
  private final double[] factual;

  Counterfactuals(Mechanism mechanism, Flaws flaws, List<String> regions) {
    this.mechanism = mechanism;
    this.flaws = flaws;
    this.regions = regions;
    this.factual = flaws.sums(mechanism.outcome(mechanism.plan().spend()));
  }

  double outcomeTotal() {
    return Tables.sum(factual);
  }

  /** Gives the outcome without any spend. */
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
    double spend = Tables.sum(flaws.sums(mechanism.plan().spend()[channel]));
    double[] without = scaled(channel, 0);
    SortedMap<Double, Double> curve = new TreeMap<>();
    for (double multiplier : Truth.MULTIPLIERS) {
      double[] with = multiplier == 1 ? factual : scaled(channel, multiplier);
      curve.put(multiplier, Tables.sum(less(with, without)));
    }
    double[] lost = less(factual, without);
    Map<String, Double> byRegion = new LinkedHashMap<>();
    for (int r = 0; r < lost.length; r++) {
      byRegion.put(regions.get(r), lost[r]);
    }
    double contribution = Tables.sum(lost);
    double[][] nothing = Tables.times(mechanism.plan().spend()[channel], 0);
    double[] held = flaws.sums(mechanism.outcomeHoldingOthers(channel, nothing));
    return new ChannelTruth(
        spend,
        contribution,
        spend > 0 ? contribution / spend : null,
        Tables.sum(less(factual, held)),
        contribution / outcomeTotal(),
        curve,
        byRegion,
        mechanism.form(channel));
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
