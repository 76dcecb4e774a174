package org.deepcausalmmm.simulation;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Is what is true of a world, summed over the region-weeks that its data show and free of noise.
 *
 * @param scenario what the world is called
 * @param seed what it was drawn from
 * @param channels the channels in the order of the data
 * @param controls the controls in the order of the data
 * @param outcomeTotal the outcome
 * @param baselineTotal the outcome if there had been no spend; null if unknown
 * @param channel what is true of each channel, by name
 * @param edges which channel's exposure drives another's; null if unknown
 * @param lift the experiment; null if there was none
 */
public record Truth(
    String scenario,
    long seed,
    List<String> channels,
    List<String> controls,
    double outcomeTotal,
    @Nullable Double baselineTotal,
    Map<String, ChannelTruth> channel,
    @Nullable List<TrueEdge> edges,
    @Nullable LiftTest lift) {

  /** The multipliers at which every curve is known. */
  public static final List<Double> MULTIPLIERS = List.of(0.5, 1.0, 1.5, 2.0);

  /**
   * Is what is true of a channel.
   *
   * @param contribution the outcome less that without the channel's spend; other channels' spend
   *     stays, their exposures follow
   * @param roi the contribution per unit of spend; null without spend
   * @param direct the same with the other channels' exposures held; null if unknown
   * @param share the contribution's share of the outcome
   * @param curve the outcome at a multiple of the channel's spend less that at 0, by multiplier;
   *     empty if unknown
   * @param byRegion what the channel does in each region, by its name; empty if unknown
   * @param form the curve's parameters
   */
  public record ChannelTruth(
      double spend,
      double contribution,
      @Nullable Double roi,
      @Nullable Double direct,
      double share,
      SortedMap<Double, Double> curve,
      Map<String, RegionTruth> byRegion,
      Form form) {
    public ChannelTruth {
      curve = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(curve));
      byRegion = Map.copyOf(byRegion);
    }
  }

  /**
   * Is what is true of a channel in one region; the regions sum to what is true of the channel.
   *
   * @param contribution as that of the channel
   * @param direct as that of the channel; null if unknown
   * @param curve as that of the channel; empty if unknown
   */
  public record RegionTruth(
      double contribution, @Nullable Double direct, SortedMap<Double, Double> curve) {
    public RegionTruth {
      curve = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(curve));
    }
  }

  /**
   * Holds the parameters of a channel, where its world has such.
   *
   * @param adstock share of a week's exposure that acts after each number of weeks; empty if none
   * @param slope of the Hill curve; null if none
   * @param half adstocked exposure at which the Hill curve is at half, in units of the region's
   *     average; null if none
   * @param effectiveness by week, 1 on average; empty if it is constant or there is none
   */
  public record Form(
      List<Double> adstock,
      @Nullable Double slope,
      @Nullable Double half,
      List<Double> effectiveness) {
    public Form {
      adstock = List.copyOf(adstock);
      effectiveness = List.copyOf(effectiveness);
    }

    /** Has no parameters to compare with. */
    public static Form none() {
      return new Form(List.of(), null, null, List.of());
    }
  }

  /**
   * Is an edge between two channels' exposures.
   *
   * @param weight effect of the parent's exposure on the child's, both in units of their average in
   *     the region, summed over weeks; the average over regions
   * @param decay share of the effect that is left from one week to the next
   */
  public record TrueEdge(String from, String to, double weight, double decay) {}

  /**
   * Is an experiment: one channel switched off in random regions for some weeks.
   *
   * @param firstWeek the first week without spend, counted from 0
   * @param weeks how many weeks it was off
   * @param washoutWeeks how many weeks more were measured for what was carried over
   * @param regionsOff where it was off
   * @param spend what was spent on the channel in the other regions in those weeks
   * @param measured the incremental outcome of that spend, as the experiment measured it
   * @param standardError of the measured one
   * @param actual the incremental outcome of that spend over the measured weeks, by counterfactual
   */
  public record LiftTest(
      String channel,
      int firstWeek,
      int weeks,
      int washoutWeeks,
      List<String> regionsOff,
      double spend,
      double measured,
      double standardError,
      double actual) {
    public LiftTest {
      regionsOff = List.copyOf(regionsOff);
    }

    /** Gives the measured incremental outcome per unit of spend. */
    public double roi() {
      return measured / spend;
    }

    /** Gives the standard error of the measured ROI. */
    public double roiStandardError() {
      return standardError / spend;
    }
  }

  public Truth {
    channels = List.copyOf(channels);
    controls = List.copyOf(controls);
    channel = Map.copyOf(channel);
    edges = edges == null ? null : List.copyOf(edges);
  }

  /**
   * Gives what is true of a channel.
   *
   * @throws IllegalArgumentException if there is no such channel
   */
  public ChannelTruth of(String name) {
    ChannelTruth found = channel.get(name);
    if (found == null) {
      throw new IllegalArgumentException("There is no channel '" + name + "' in " + channels + ".");
    }
    return found;
  }
}
