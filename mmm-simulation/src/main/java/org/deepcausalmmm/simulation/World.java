package org.deepcausalmmm.simulation;

import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.config.ExperimentConfig;
import org.deepcausalmmm.data.config.FitConfig;
import org.deepcausalmmm.data.config.ModelConfig;
import org.deepcausalmmm.simulation.Truth.LiftTest;

/**
 * Simulated data and their truth.
 *
 * @param panel the data; where the file has no row, the outcome is NaN and all else estimated
 * @param expected [region][week]: the outcome without noise and flaws, of every week
 */
@SuppressWarnings("ArrayRecordComponent") // large numeric arrays, never compared
public record World(WorldSpec spec, long seed, Panel panel, double[][] expected, Truth truth) {
  static final String GEO = "geo";
  static final String WEEK = "week";
  static final String OUTCOME = "revenue";
  static final String POPULATION = "population";

  /** Returns whether the data name regions. */
  public boolean regional() {
    return panel.regionCount() > 1;
  }

  /** Returns whether the data have a row for a region and week. */
  public boolean present(int region, int week) {
    return panel.observed(region, week);
  }

  /** Returns the name of the column of a channel's spend. */
  public static String spendColumn(String channel) {
    return channel + "_spend";
  }

  /** Returns the name of the column of a channel's exposure. */
  public static String exposureColumn(String channel) {
    return channel + "_impressions";
  }

  /** Returns which column of the written data plays which role. */
  public DataConfig dataConfig() {
    List<DataConfig.ChannelColumns> channels = new ArrayList<>();
    for (String name : panel.channelNames()) {
      String spend = spec.has(Departure.IMPRESSIONS_ONLY) ? null : spendColumn(name);
      channels.add(new DataConfig.ChannelColumns(name, spend, exposureColumn(name)));
    }
    List<String> controls = panel.controls().stream().map(Panel.Control::name).toList();
    return new DataConfig(
        regional() ? GEO : null,
        WEEK,
        OUTCOME,
        null,
        panel.population() == null ? null : POPULATION,
        channels,
        List.of(),
        controls);
  }

  /**
   * Returns the experiment as an analyst would enter it: the measured effect of the channel in the
   * regions where it stayed on.
   */
  public List<ExperimentConfig> experiments() {
    LiftTest lift = truth.lift();
    if (lift == null) {
      return List.of();
    }
    List<String> on =
        panel.regions().stream().filter(region -> !lift.regionsOff().contains(region)).toList();
    ExperimentConfig.Treatment treatment =
        new ExperimentConfig.Treatment(
            ExperimentConfig.ExperimentKind.USER_LEVEL,
            on,
            panel.weeks().label(lift.firstWeek()),
            panel.weeks().label(lift.firstWeek() + lift.weeks() - 1),
            lift.washoutWeeks(),
            new ExperimentConfig.TestSpend(lift.spend(), 0));
    return List.of(
        new ExperimentConfig(
            "test of " + lift.channel(),
            lift.channel(),
            treatment,
            new ExperimentConfig.ExperimentResult(
                lift.measured(), lift.standardError(), "simulated")));
  }

  /** Returns the default configuration of a fit of these data. */
  public Configuration configuration() {
    return new Configuration(
        dataConfig(), ModelConfig.defaults().withExperiments(experiments()), FitConfig.defaults());
  }
}
