package org.deepcausalmmm.data.config;

import java.util.List;
import java.util.Map;
import org.deepcausalmmm.data.TreatmentBaseline;
import org.jspecify.annotations.Nullable;

/**
 * The roles of the columns of a table, and how the table becomes a panel.
 *
 * @param geo the column of the region; null for national data
 * @param time the column of the week: ISO dates or whole numbers
 * @param outcome the column of the outcome
 * @param facts columns of the value of the outcome and of the population
 * @param channels paid channels
 * @param organic exposure without spend
 * @param others columns that are no marketing
 * @param preparation how the file is read and brought into shape
 */
public record DataConfig(
    @Nullable String geo,
    String time,
    String outcome,
    FactColumns facts,
    List<ChannelColumns> channels,
    List<ChannelColumns> organic,
    OtherColumns others,
    DataPreparation preparation) {

  /**
   * The columns of a channel; at least one of them is there.
   *
   * @param spend the column of the spend; null if only the exposure is known
   * @param exposure the column of the exposure; null if it is the spend
   * @param reach the column of the people reached; null if not known
   * @param frequency the column of the average contacts of a person reached; null if not known
   * @param role how exposure comes about; null if the data decide alone
   * @param national whether the figures are known for all regions together only: they are spread by
   *     population, and the effect is taken to be the same in all regions
   */
  public record ChannelColumns(
      String name,
      @Nullable String spend,
      @Nullable String exposure,
      @Nullable String reach,
      @Nullable String frequency,
      @Nullable ChannelRole role,
      boolean national) {

    /** Creates the columns of a channel without reach, frequency and role. */
    public ChannelColumns(String name, @Nullable String spend, @Nullable String exposure) {
      this(name, spend, exposure, null, null, null, false);
    }

    /** Returns the columns of a channel whose figures are known for all regions together only. */
    public ChannelColumns spreadByPopulation() {
      return new ChannelColumns(name, spend, exposure, reach, frequency, role, true);
    }
  }

  /**
   * The columns of the value of the outcome and of the size of the regions.
   *
   * @param revenuePerKpi the money value of a unit of the outcome; null if none
   * @param revenue the money value of all units of the outcome; null if none
   * @param population the population of the region; null if none
   */
  public record FactColumns(
      @Nullable String revenuePerKpi, @Nullable String revenue, @Nullable String population) {}

  /**
   * The columns that are no marketing.
   *
   * @param controls columns of the controls
   * @param treatments what a company sets besides media, such as price and promotion
   * @param ignored columns that are left out on purpose
   * @param baselines by treatment: what its contribution is measured against, where it is not the
   *     least value
   */
  public record OtherColumns(
      List<String> controls,
      List<String> treatments,
      List<String> ignored,
      Map<String, TreatmentBaseline> baselines) {
    public OtherColumns {
      controls = List.copyOf(controls);
      treatments = List.copyOf(treatments);
      ignored = List.copyOf(ignored);
      baselines = Map.copyOf(baselines);
    }

    /** Creates columns whose treatments are measured against their least value. */
    public OtherColumns(List<String> controls, List<String> treatments, List<String> ignored) {
      this(controls, treatments, ignored, Map.of());
    }

    /** Returns a copy with other controls. */
    public OtherColumns withControls(List<String> other) {
      return new OtherColumns(other, treatments, ignored, baselines);
    }

    /** Returns what the contribution of a treatment is measured against. */
    public TreatmentBaseline baseline(String treatment) {
      return baselines.getOrDefault(treatment, TreatmentBaseline.DEFAULT);
    }
  }

  public DataConfig {
    channels = List.copyOf(channels);
    organic = List.copyOf(organic);
  }

  /** Creates roles of a table that needs no preparation. */
  public DataConfig(
      @Nullable String geo,
      String time,
      String outcome,
      @Nullable String revenuePerKpi,
      @Nullable String population,
      List<ChannelColumns> channels,
      List<ChannelColumns> organic,
      List<String> controls) {
    this(
        geo,
        time,
        outcome,
        new FactColumns(revenuePerKpi, null, population),
        channels,
        organic,
        new OtherColumns(controls, List.of(), List.of()),
        DataPreparation.none());
  }

  /** Returns the column of the money value of a unit of the outcome; null if none. */
  public @Nullable String revenuePerKpi() {
    return facts.revenuePerKpi();
  }

  /** Returns the column of the population; null if none. */
  public @Nullable String population() {
    return facts.population();
  }

  /** Returns the columns of the controls. */
  public List<String> controls() {
    return others.controls();
  }

  /** Returns a copy with other controls. */
  public DataConfig withControls(List<String> controls) {
    return new DataConfig(
        geo, time, outcome, facts, channels, organic, others.withControls(controls), preparation);
  }

  /** Returns a copy with other channels. */
  public DataConfig withChannels(List<ChannelColumns> paid, List<ChannelColumns> free) {
    return new DataConfig(geo, time, outcome, facts, paid, free, others, preparation);
  }

  /** Returns a copy with another preparation. */
  public DataConfig withPreparation(DataPreparation other) {
    return new DataConfig(geo, time, outcome, facts, channels, organic, others, other);
  }

  /** Returns a copy with another outcome, whose money value is not known. */
  public DataConfig withOutcome(String other) {
    FactColumns none = new FactColumns(null, null, facts.population());
    return new DataConfig(geo, time, other, none, channels, organic, others, preparation);
  }
}
