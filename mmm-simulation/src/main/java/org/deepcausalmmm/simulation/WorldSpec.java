package org.deepcausalmmm.simulation;

import java.util.Set;

/**
 * The specification of a simulated world; the seed decides what it leaves open.
 *
 * @param name the name of the world in its truth
 * @param generator how the outcome arises
 * @param size how much data there are
 * @param media how channels act and are planned
 * @param demand how demand moves, and spend with it
 * @param data how the data are observed
 * @param departures in what the world departs from the assumptions of a marketing-mix model
 */
public record WorldSpec(
    String name,
    Generator generator,
    Size size,
    Media media,
    DemandCourse demand,
    Observation data,
    Set<Departure> departures) {

  /** How the outcome of a simulated world arises. */
  public enum Generator {
    /** A baseline plus saturating effects of carried-over exposure. */
    STRUCTURAL,
    /** A product of demand and powers of carried-over exposure, so that channels interact. */
    MULTIPLICATIVE,
    /** People who move through awareness, consideration, purchase and loyalty. */
    AGENTS
  }

  /**
   * The size of the data.
   *
   * @param regions number of regions; 1 makes national data
   * @param weeks number of weeks that the data have
   * @param earlierWeeks number of weeks before the data, which carry over into them
   * @param channels number of channels
   */
  public record Size(int regions, int weeks, int earlierWeeks, int channels) {}

  /**
   * The difficulties of the channels.
   *
   * @param edges how many channels' exposures drive another one's
   * @param delayedShare share of the channels whose effect peaks weeks after the exposure
   * @param drift by how much the logarithm of the effectiveness moves over time; 0 for not at all
   * @param commonFlighting how far the channels follow one calendar of campaigns, in [0, 1]
   * @param nullChannels how many channels have no effect at all
   * @param rareChannels how many channels are on in 5% of the weeks only
   * @param lateChannels how many channels start in the middle of the weeks
   * @param collinearity correlation of the spend of two channels; 0 for no such pair
   */
  public record Media(
      int edges,
      double delayedShare,
      double drift,
      double commonFlighting,
      int nullChannels,
      int rareChannels,
      int lateChannels,
      double collinearity) {}

  /**
   * The course of demand.
   *
   * @param chasing elasticity of spend to the demand of the weeks to come; 0 for none
   * @param peak by how much demand is raised before Christmas, in units of the usual; spend is then
   *     raised too
   * @param structuralBreak whether the baseline jumps at some week
   * @param missingControl whether a control that moves both outcome and spend is withheld
   */
  public record DemandCourse(
      double chasing, double peak, boolean structuralBreak, boolean missingControl) {}

  /**
   * The faults of the data and the experiments in them.
   *
   * @param missingRows share of the rows that are absent
   * @param shortHistories share of the regions that start late
   * @param outliers share of the outcomes that are trebled, and share that are lost to 0
   * @param liftTest whether a channel was switched off in random regions, and its lift measured
   * @param reversedCausality whether one channel without effect is paid in proportion to the
   *     outcome
   */
  public record Observation(
      double missingRows,
      double shortHistories,
      double outliers,
      boolean liftTest,
      boolean reversedCausality) {}

  public WorldSpec {
    departures = Set.copyOf(departures);
    int regions = size.regions();
    int weeks = size.weeks();
    int earlierWeeks = size.earlierWeeks();
    int channels = size.channels();
    require(regions >= 1, "regions", regions, "at least 1");
    require(weeks >= 26, "weeks", weeks, "at least 26");
    require(earlierWeeks >= 0, "earlierWeeks", earlierWeeks, "0 or more");
    require(channels >= 1, "channels", channels, "at least 1");
    require(
        media.edges() >= 0 && media.edges() <= most(channels),
        "edges",
        media.edges(),
        "0 to " + most(channels));
    share("delayedShare", media.delayedShare());
    require(media.drift() >= 0 && media.drift() <= 2, "drift", media.drift(), "0 to 2");
    require(
        demand.chasing() >= 0 && demand.chasing() <= 10, "chasing", demand.chasing(), "0 to 10");
    require(demand.peak() >= 0 && demand.peak() <= 3, "peak", demand.peak(), "0 to 3");
    share("commonFlighting", media.commonFlighting());
    require(
        media.collinearity() >= 0 && media.collinearity() < 1,
        "collinearity",
        media.collinearity(),
        "0 to below 1");
    share("missingRows", data.missingRows());
    share("shortHistories", data.shortHistories());
    share("outliers", data.outliers());
    require(!data.liftTest() || regions >= 4, "liftTest", regions, "used with at least 4 regions");
    require(
        generator != Generator.AGENTS || media.edges() + media.delayedShare() + media.drift() == 0,
        "edges, delayedShare or drift",
        media.edges() + media.delayedShare() + media.drift(),
        "0 in a world of agents, which has mechanics of its own");
    int special = media.nullChannels() + media.rareChannels() + media.lateChannels();
    special += media.collinearity() > 0 ? 2 : 0;
    special += data.reversedCausality() ? 1 : 0;
    special += departures.contains(Departure.HARMFUL_CHANNEL) ? 1 : 0;
    require(
        media.nullChannels() >= 0
            && media.rareChannels() >= 0
            && media.lateChannels() >= 0
            && special <= channels,
        "number of channels with a special part",
        special,
        "0 to the number of channels, " + channels);
    require(
        media.nullChannels() + (data.reversedCausality() ? 1 : 0) < channels,
        "nullChannels",
        media.nullChannels(),
        "small enough to leave a channel with an effect");
  }

  /** Returns a small world to show the platform with: regional data with one halo edge. */
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

  /** Returns for how many weeks the world goes on, up to the end of its data. */
  int allWeeks() {
    return earlierWeeks() + weeks();
  }

  /** Returns the number of regions; 1 makes national data. */
  public int regions() {
    return size.regions();
  }

  /** Returns the number of weeks that the data have. */
  public int weeks() {
    return size.weeks();
  }

  /** Returns the number of weeks before the data, which carry over into them. */
  public int earlierWeeks() {
    return size.earlierWeeks();
  }

  /** Returns the number of channels. */
  public int channels() {
    return size.channels();
  }

  /** Returns whether the world departs in this way from the usual assumptions. */
  public boolean has(Departure departure) {
    return departures.contains(departure);
  }

  /** Returns the same world with at least so many weeks before its data. */
  public WorldSpec withEarlierWeeks(int least) {
    return toBuilder().earlierWeeks(Math.max(least, earlierWeeks())).build();
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
      throw SimulationCode.BAD_SETTING.error(
          "The setting '%s' of a simulated world is %s.".formatted(knob, value),
          "It has to be %s.".formatted(wanted));
    }
  }
}
