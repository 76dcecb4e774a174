package org.deepcausalmmm.simulation;

import java.util.EnumSet;
import java.util.Set;

/** The builder of a {@link WorldSpec} setting by setting. */
public final class WorldSpecBuilder {
  private String name;
  private WorldSpec.Generator generator = WorldSpec.Generator.STRUCTURAL;
  private int regions = 40;
  private int weeks = 156;
  private int earlierWeeks;
  private int channels = 8;
  private int edges;
  private double delayedShare;
  private double drift;
  private double chasing;
  private double peak;
  private double commonFlighting;
  private int nullChannels;
  private int rareChannels;
  private int lateChannels;
  private double collinearity;
  private double missingRows;
  private double shortHistories;
  private double outliers;
  private boolean liftTest;
  private boolean structuralBreak;
  private boolean reversedCausality;
  private boolean missingControl;
  private final Set<Departure> departures = EnumSet.noneOf(Departure.class);

  WorldSpecBuilder(String name) {
    this.name = name;
  }

  WorldSpecBuilder(WorldSpec spec) {
    name = spec.name();
    generator = spec.generator();
    regions = spec.regions();
    weeks = spec.weeks();
    earlierWeeks = spec.earlierWeeks();
    channels = spec.channels();
    edges = spec.media().edges();
    delayedShare = spec.media().delayedShare();
    drift = spec.media().drift();
    chasing = spec.demand().chasing();
    peak = spec.demand().peak();
    commonFlighting = spec.media().commonFlighting();
    nullChannels = spec.media().nullChannels();
    rareChannels = spec.media().rareChannels();
    lateChannels = spec.media().lateChannels();
    collinearity = spec.media().collinearity();
    missingRows = spec.data().missingRows();
    shortHistories = spec.data().shortHistories();
    outliers = spec.data().outliers();
    liftTest = spec.data().liftTest();
    structuralBreak = spec.demand().structuralBreak();
    reversedCausality = spec.data().reversedCausality();
    missingControl = spec.demand().missingControl();
    departures.addAll(spec.departures());
  }

  /** Sets the name of the world. */
  public WorldSpecBuilder name(String value) {
    name = value;
    return this;
  }

  /** Chooses how the outcome arises. */
  public WorldSpecBuilder generator(WorldSpec.Generator value) {
    generator = value;
    return this;
  }

  /** Sets how many regions there are. */
  public WorldSpecBuilder regions(int value) {
    regions = value;
    return this;
  }

  /** Sets how many weeks the data have. */
  public WorldSpecBuilder weeks(int value) {
    weeks = value;
    return this;
  }

  /** Sets for how many weeks the world had gone on before its data begin. */
  public WorldSpecBuilder earlierWeeks(int value) {
    earlierWeeks = value;
    return this;
  }

  /** Sets how many channels there are. */
  public WorldSpecBuilder channels(int value) {
    channels = value;
    return this;
  }

  /** Sets how many edges there are. */
  public WorldSpecBuilder edges(int value) {
    edges = value;
    return this;
  }

  /** Sets the share of channels whose effect peaks late. */
  public WorldSpecBuilder delayedShare(double value) {
    delayedShare = value;
    return this;
  }

  /** Sets how far effectiveness moves over time. */
  public WorldSpecBuilder drift(double value) {
    drift = value;
    return this;
  }

  /** Sets how strongly spend follows demand. */
  public WorldSpecBuilder chasing(double value) {
    chasing = value;
    return this;
  }

  /** Sets by how much demand is raised before Christmas. */
  public WorldSpecBuilder peak(double value) {
    peak = value;
    return this;
  }

  /** Sets how far channels share their flights. */
  public WorldSpecBuilder commonFlighting(double value) {
    commonFlighting = value;
    return this;
  }

  /** Sets how many channels have no effect. */
  public WorldSpecBuilder nullChannels(int value) {
    nullChannels = value;
    return this;
  }

  /** Sets how many channels are rarely on. */
  public WorldSpecBuilder rareChannels(int value) {
    rareChannels = value;
    return this;
  }

  /** Sets how many channels start late. */
  public WorldSpecBuilder lateChannels(int value) {
    lateChannels = value;
    return this;
  }

  /** Sets the correlation of two channels' spend. */
  public WorldSpecBuilder collinearity(double value) {
    collinearity = value;
    return this;
  }

  /** Sets the share of rows that are absent. */
  public WorldSpecBuilder missingRows(double value) {
    missingRows = value;
    return this;
  }

  /** Sets the share of regions that start late. */
  public WorldSpecBuilder shortHistories(double value) {
    shortHistories = value;
    return this;
  }

  /** Sets the share of spikes, and of zeros, in the outcome. */
  public WorldSpecBuilder outliers(double value) {
    outliers = value;
    return this;
  }

  /** Adds a lift test or leaves it out. */
  public WorldSpecBuilder liftTest(boolean value) {
    liftTest = value;
    return this;
  }

  /** Plants a jump of the baseline or not. */
  public WorldSpecBuilder structuralBreak(boolean value) {
    structuralBreak = value;
    return this;
  }

  /** Plants a channel that follows the outcome or not. */
  public WorldSpecBuilder reversedCausality(boolean value) {
    reversedCausality = value;
    return this;
  }

  /** Withholds a control that matters or not. */
  public WorldSpecBuilder missingControl(boolean value) {
    missingControl = value;
    return this;
  }

  /** Lets the world depart from the assumptions of a marketing-mix model. */
  public WorldSpecBuilder with(Departure first, Departure... more) {
    departures.addAll(EnumSet.of(first, more));
    return this;
  }

  /** Checks the settings and gives the specification. */
  public WorldSpec build() {
    return new WorldSpec(
        name,
        generator,
        new WorldSpec.Size(regions, weeks, earlierWeeks, channels),
        new WorldSpec.Media(
            edges,
            delayedShare,
            drift,
            commonFlighting,
            nullChannels,
            rareChannels,
            lateChannels,
            collinearity),
        new WorldSpec.DemandCourse(chasing, peak, structuralBreak, missingControl),
        new WorldSpec.Observation(
            missingRows, shortHistories, outliers, liftTest, reversedCausality),
        departures);
  }
}
