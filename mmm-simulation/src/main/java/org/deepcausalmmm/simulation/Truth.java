package org.deepcausalmmm.simulation;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The truth of a world, summed over the region-weeks that its data show and free of noise.
 *
 * @param scenario what the world is called
 * @param seed what it was drawn from
 * @param channels the channels in the order of the data
 * @param controls the controls in the order of the data
 * @param outcomeTotal the outcome
 * @param baselineTotal the outcome if there had been no spend; null if unknown
 * @param channel what is true of each channel, by name
 * @param causes what causes what, beside the channels' effects
 */
public record Truth(
    String scenario,
    long seed,
    List<String> channels,
    List<String> controls,
    double outcomeTotal,
    @Nullable Double baselineTotal,
    Map<String, ChannelTruth> channel,
    Causes causes) {

  /** The multipliers at which every curve is known. */
  public static final List<Double> MULTIPLIERS = List.of(0.5, 1.0, 1.5, 2.0);

  /**
   * The truth of a channel.
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
   * The truth of a channel in one region; the regions sum to that of the channel.
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
   * The parameters of a channel, where its world has such.
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

    /** Returns a form without parameters to compare with. */
    public static Form none() {
      return new Form(List.of(), null, null, List.of());
    }
  }

  /**
   * An edge between the exposures of two channels.
   *
   * @param weight effect of the parent's exposure on the child's, both in units of their average in
   *     the region, summed over weeks; the average over regions
   * @param decay share of the effect that is left from one week to the next
   */
  public record TrueEdge(String from, String to, double weight, double decay) {}

  /**
   * The causes beside the channels' effects on the outcome.
   *
   * @param edges which channel's exposure drives another's; null if unknown
   * @param followers channels whose exposure follows demand
   * @param mediators controls that media raise
   * @param lift the experiment; null if there was none
   */
  public record Causes(
      @Nullable List<TrueEdge> edges,
      List<Follower> followers,
      List<String> mediators,
      @Nullable LiftTest lift) {
    public Causes {
      edges = edges == null ? null : List.copyOf(edges);
      followers = List.copyOf(followers);
      mediators = List.copyOf(mediators);
    }

    /** Returns edges alone. */
    public static Causes of(@Nullable List<TrueEdge> edges, @Nullable LiftTest lift) {
      return new Causes(edges, List.of(), List.of(), lift);
    }
  }

  /**
   * A channel whose exposure follows demand.
   *
   * @param local elasticity of exposure to what is particular to a region's demand
   * @param national elasticity of exposure to the demand that all regions share
   * @param lead by how many weeks exposure is ahead of demand; negative if it is behind
   * @param budget share of the elasticities by which spend follows too, in [0, 1]
   */
  public record Follower(String channel, double local, double national, int lead, double budget) {}

  /**
   * A lift test: one channel switched off in random regions for some weeks.
   *
   * @param firstWeek the first week without spend, counted from 0
   * @param weeks how many weeks it was off
   * @param washoutWeeks how many weeks more were measured for what was carried over
   * @param regionsOff where it was off
   */
  public record LiftTest(
      String channel,
      int firstWeek,
      int weeks,
      int washoutWeeks,
      List<String> regionsOff,
      Lift lift) {
    /**
     * The result of a lift test.
     *
     * @param spend spend on the channel in the other regions in the weeks of the test
     * @param measured the incremental outcome of that spend, as the experiment measured it
     * @param standardError of the measured one
     * @param actual the incremental outcome of that spend over the measured weeks, by
     *     counterfactual
     */
    public record Lift(double spend, double measured, double standardError, double actual) {}

    public LiftTest {
      regionsOff = List.copyOf(regionsOff);
    }

    /** Returns the spend on the channel in the other regions in the weeks of the test. */
    public double spend() {
      return lift.spend();
    }

    /** Returns the measured incremental outcome of that spend. */
    public double measured() {
      return lift.measured();
    }

    /** Returns the standard error of the measured incremental outcome. */
    public double standardError() {
      return lift.standardError();
    }

    /** Returns the true incremental outcome of that spend. */
    public double actual() {
      return lift.actual();
    }

    /** Returns the measured incremental outcome per unit of spend. */
    public double roi() {
      return measured() / spend();
    }

    /** Returns the standard error of the measured ROI. */
    public double roiStandardError() {
      return standardError() / spend();
    }
  }

  public Truth {
    channels = List.copyOf(channels);
    controls = List.copyOf(controls);
    channel = Map.copyOf(channel);
  }

  /** Returns which channel's exposure drives another's; null if unknown. */
  public @Nullable List<TrueEdge> edges() {
    return causes.edges();
  }

  /** Returns the experiment; null if there was none. */
  public @Nullable LiftTest lift() {
    return causes.lift();
  }

  /** Returns whether the exposure of a channel follows demand. */
  public boolean follows(String name) {
    return causes.followers().stream().anyMatch(follower -> follower.channel().equals(name));
  }

  /**
   * Returns the truth of a channel.
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
