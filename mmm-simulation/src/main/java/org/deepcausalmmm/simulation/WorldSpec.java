package org.deepcausalmmm.simulation;

import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;

/**
 * Says what kind of world to simulate; what it leaves open, the seed decides.
 *
 * @param name what the world is called in its truth
 * @param generator how the outcome arises
 * @param regions how many regions; 1 makes national data
 * @param weeks how many weeks the data have
 * @param earlierWeeks for how many weeks the world had gone on before, which carry over into the
 *     data and are not in them
 * @param channels how many channels
 * @param edges how many channels' exposures drive another one's
 * @param delayedShare share of the channels whose effect peaks weeks after the exposure
 * @param drift by how much the logarithm of the effectiveness moves over time; 0 for not at all
 * @param chasing elasticity of spend to the demand of the weeks to come; 0 for none
 * @param peak by how much demand is raised before Christmas, in units of the usual; spend is then
 *     raised too
 * @param commonFlighting how far the channels follow one calendar of campaigns, in [0, 1]
 * @param nullChannels how many channels have no effect at all
 * @param rareChannels how many channels are on in 5% of the weeks only
 * @param lateChannels how many channels start in the middle of the weeks
 * @param collinearity correlation of the spend of two channels; 0 for no such pair
 * @param missingRows share of the rows that are absent
 * @param shortHistories share of the regions that start late
 * @param outliers share of the outcomes that are trebled, and share that are lost to 0
 * @param liftTest whether a channel was switched off in random regions, and its lift measured
 * @param structuralBreak whether the baseline jumps at some week
 * @param reversedCausality whether one channel without effect is paid in proportion to the outcome
 * @param missingControl whether a control that moves both outcome and spend is withheld
 */
public record WorldSpec(
    String name,
    Generator generator,
    int regions,
    int weeks,
    int earlierWeeks,
    int channels,
    int edges,
    double delayedShare,
    double drift,
    double chasing,
    double peak,
    double commonFlighting,
    int nullChannels,
    int rareChannels,
    int lateChannels,
    double collinearity,
    double missingRows,
    double shortHistories,
    double outliers,
    boolean liftTest,
    boolean structuralBreak,
    boolean reversedCausality,
    boolean missingControl) {

  /** How the outcome of a simulated world arises. */
  public enum Generator {
    /** A baseline plus saturating effects of carried-over exposure. */
    STRUCTURAL,
    /** People who move through awareness, consideration, purchase and loyalty. */
    AGENTS
  }

  public WorldSpec {
    require(regions >= 1, "regions", regions, "at least 1");
    require(weeks >= 26, "weeks", weeks, "at least 26");
    require(earlierWeeks >= 0, "earlierWeeks", earlierWeeks, "0 or more");
    require(channels >= 1, "channels", channels, "at least 1");
    require(edges >= 0 && edges <= most(channels), "edges", edges, "0 to " + most(channels));
    share("delayedShare", delayedShare);
    require(drift >= 0 && drift <= 2, "drift", drift, "0 to 2");
    require(chasing >= 0 && chasing <= 10, "chasing", chasing, "0 to 10");
    require(peak >= 0 && peak <= 3, "peak", peak, "0 to 3");
    share("commonFlighting", commonFlighting);
    require(collinearity >= 0 && collinearity < 1, "collinearity", collinearity, "0 to below 1");
    share("missingRows", missingRows);
    share("shortHistories", shortHistories);
    share("outliers", outliers);
    require(!liftTest || regions >= 4, "liftTest", regions, "used with at least 4 regions");
    require(
        generator == Generator.STRUCTURAL || edges + delayedShare + drift == 0,
        "edges, delayedShare or drift",
        edges + delayedShare + drift,
        "0 in a world of agents, which has mechanics of its own");
    int special = nullChannels + rareChannels + lateChannels;
    special += collinearity > 0 ? 2 : 0;
    special += reversedCausality ? 1 : 0;
    require(
        nullChannels >= 0 && rareChannels >= 0 && lateChannels >= 0 && special <= channels,
        "number of channels with a special part",
        special,
        "0 to the number of channels, " + channels);
    require(
        nullChannels + (reversedCausality ? 1 : 0) < channels,
        "nullChannels",
        nullChannels,
        "small enough to leave a channel with an effect");
  }

  /** Gives a small world to show the platform with: regional data with one halo edge. */
  public static WorldSpec demo() {
    return builder("demo").regions(12).weeks(104).channels(5).edges(1).build();
  }

  /**
   * Starts from 40 regions, 156 weeks and 8 channels, without any difficulty: marketing begins with
   * the data, so that their first weeks show what is sold without it.
   */
  public static WorldSpecBuilder builder(String name) {
    return new WorldSpecBuilder(name);
  }

  /** Gives for how many weeks the world goes on, up to the end of its data. */
  int allWeeks() {
    return earlierWeeks + weeks;
  }

  /** Starts from this one. */
  public WorldSpecBuilder toBuilder() {
    return new WorldSpecBuilder(this);
  }

  private static int most(int channels) {
    return channels * (channels - 1) / 2;
  }

  private static void share(String knob, double value) {
    require(value >= 0 && value <= 1, knob, value, "0 to 1");
  }

  private static void require(boolean holds, String knob, Object value, String wanted) {
    if (!holds) {
      throw new MmmException(
          ErrorKind.USAGE,
          80,
          "The %s of a world to simulate is %s.".formatted(knob, value),
          "It has to be %s.".formatted(wanted));
    }
  }
}
