package org.deepcausalmmm.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The data of a fit in their own units: regions by weeks, regular in time.
 *
 * @param regions the names of the regions; one of them for national data
 * @param weeks the weeks in order, without gaps
 * @param outcome [region][week]; NaN where it was not observed
 * @param channels paid channels first, then organic ones
 * @param controls the controls, NaN-free
 * @param revenuePerKpi [region][week]: money value of a unit of the outcome; null if the outcome is
 *     money or has no money value
 * @param population [region]; null if not given
 * @param kpi the name of the outcome's column
 */
@SuppressWarnings("ArrayRecordComponent") // large numeric arrays, never compared
public record Panel(
    List<String> regions,
    Weeks weeks,
    double[][] outcome,
    List<Channel> channels,
    List<Control> controls,
    double @Nullable [][] revenuePerKpi,
    double @Nullable [] population,
    String kpi) {

  /**
   * A marketing channel.
   *
   * @param exposure [region][week]: what the audience met, 0 or more, NaN-free
   * @param spend [region][week]: what it cost; null for an organic channel and where only exposure
   *     is known
   * @param exposureIsSpend true if only the spend was given
   * @param source where the figures come from
   */
  public record Channel(
      String name,
      double[][] exposure,
      double @Nullable [][] spend,
      boolean exposureIsSpend,
      ChannelSource source) {

    // Spelled out, as a compact constructor loses the nullability of arrays in its class file.
    public Channel(
        String name,
        double[][] exposure,
        double @Nullable [][] spend,
        boolean exposureIsSpend,
        ChannelSource source) {
      this.name = name;
      this.exposure = exposure;
      this.spend = spend;
      this.exposureIsSpend = exposureIsSpend;
      this.source = source;
    }

    /** Creates a channel whose figures are known for each region. */
    public Channel(
        String name, double[][] exposure, double @Nullable [][] spend, boolean exposureIsSpend) {
      this(name, exposure, spend, exposureIsSpend, ChannelSource.PLAIN);
    }

    /** Returns what plans are made in, [region][week]: money, or exposure where it is not known. */
    public double[][] planned() {
      return spend == null ? exposure : spend;
    }

    /** Returns the channel with exposure that follows from reach and a response to frequency. */
    public Channel respondingBy(ReachFrequency contacts) {
      return new Channel(
          name, contacts.exposure(), spend, false, new ChannelSource(source.national(), contacts));
    }

    private Channel firstWeeks(int count) {
      double[][] cut = RegionWeeks.firstWeeks(exposure, count);
      ChannelSource cutSource = source.firstWeeks(count);
      if (exposureIsSpend) {
        return new Channel(name, cut, cut, true, cutSource);
      }
      return new Channel(
          name, cut, spend == null ? null : RegionWeeks.firstWeeks(spend, count), false, cutSource);
    }
  }

  /**
   * A control: a variable other than marketing that affects the outcome.
   *
   * @param value [region][week], NaN-free
   * @param treatment what the contribution is measured against, if a company sets the variable;
   *     null for a control that no one sets
   */
  public record Control(String name, double[][] value, @Nullable TreatmentBaseline treatment) {

    // Spelled out, as a compact constructor loses the nullability in its class file.
    public Control(String name, double[][] value, @Nullable TreatmentBaseline treatment) {
      this.name = name;
      this.value = value;
      this.treatment = treatment;
    }

    /** Creates a control that no one sets. */
    public Control(String name, double[][] value) {
      this(name, value, null);
    }

    /** Returns a copy with other values. */
    public Control withValue(double[][] other) {
      return new Control(name, other, treatment);
    }
  }

  // Spelled out, as a compact constructor loses the nullability of arrays in its class file.
  public Panel(
      List<String> regions,
      Weeks weeks,
      double[][] outcome,
      List<Channel> channels,
      List<Control> controls,
      double @Nullable [][] revenuePerKpi,
      double @Nullable [] population,
      String kpi) {
    this.regions = List.copyOf(regions);
    this.weeks = weeks;
    this.outcome = outcome;
    this.channels = List.copyOf(channels);
    this.controls = List.copyOf(controls);
    this.revenuePerKpi = revenuePerKpi;
    this.population = population;
    this.kpi = kpi;
  }

  /**
   * Returns a copy panel cut to its first weeks.
   *
   * @param count how many weeks are left, at least 1
   */
  public Panel firstWeeks(int count) {
    if (count < 1 || count > weekCount()) {
      throw new IllegalArgumentException(
          "A panel of " + weekCount() + " weeks cannot be cut to " + count + ".");
    }
    return new Panel(
        regions,
        weeks.withCount(count),
        RegionWeeks.firstWeeks(outcome, count),
        channels.stream().map(c -> c.firstWeeks(count)).toList(),
        controls.stream().map(c -> c.withValue(RegionWeeks.firstWeeks(c.value(), count))).toList(),
        revenuePerKpi == null ? null : RegionWeeks.firstWeeks(revenuePerKpi, count),
        population,
        kpi);
  }

  /** Returns a copy panel with other channels. */
  public Panel withChannels(List<Channel> others) {
    return new Panel(regions, weeks, outcome, others, controls, revenuePerKpi, population, kpi);
  }

  /** Returns how many regions there are. */
  public int regionCount() {
    return regions.size();
  }

  /** Returns how many weeks there are. */
  public int weekCount() {
    return weeks.count();
  }

  /** Returns how many channels there are. */
  public int channelCount() {
    return channels.size();
  }

  /** Returns the names of the channels. */
  public List<String> channelNames() {
    return channels.stream().map(Channel::name).toList();
  }

  /** Returns whether the outcome of a region in a week is known. */
  public boolean observed(int region, int week) {
    return !Double.isNaN(outcome[region][week]);
  }
}
