package org.deepcausalmmm.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.data.config.DataConfig;
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
  private static final double OTHER_WEEKS = 0.2;

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
   * Returns the prior that an analyst would have: the ROI that a lift test measured, with a fifth
   * of it added to the error, because the weeks of the test are not all weeks.
   */
  public List<ModelConfig.ComponentChoice> priors() {
    LiftTest lift = truth.lift();
    if (lift == null) {
      return List.of();
    }
    double sd = Math.hypot(lift.roiStandardError(), OTHER_WEEKS * lift.roi());
    Map<String, Object> options = Map.of("channel", lift.channel(), "mean", lift.roi(), "sd", sd);
    return List.of(new ModelConfig.ComponentChoice("roi", options, Map.of()));
  }

  /** Returns the default configuration of a fit of these data. */
  public Configuration configuration() {
    ModelConfig model = ModelConfig.defaults();
    return new Configuration(
        dataConfig(),
        new ModelConfig(
            model.temporal(),
            model.structure(),
            model.edges(),
            model.saturation(),
            model.loss(),
            priors()),
        FitConfig.defaults());
  }
}
