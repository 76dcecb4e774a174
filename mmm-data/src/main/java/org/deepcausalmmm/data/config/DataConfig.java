package org.deepcausalmmm.data.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says which column of the table plays which role.
 *
 * @param geo the column of the region; null for national data
 * @param time the column of the week: ISO dates or whole numbers
 * @param outcome the column of the outcome
 * @param revenuePerKpi the column of the money value of a unit of the outcome; null if none
 * @param population the column of the region's population; null if none
 * @param channels paid channels
 * @param organic exposure without spend
 * @param controls columns of the controls
 */
public record DataConfig(
    @Nullable String geo,
    String time,
    String outcome,
    @Nullable String revenuePerKpi,
    @Nullable String population,
    List<ChannelColumns> channels,
    List<ChannelColumns> organic,
    List<String> controls) {

  /**
   * Says where a channel's data are; at least one of the columns is there.
   *
   * @param spend the column of the spend; null if only the exposure is known
   * @param exposure the column of the exposure; null if it is the spend
   */
  public record ChannelColumns(String name, @Nullable String spend, @Nullable String exposure) {}

  public DataConfig {
    channels = List.copyOf(channels);
    organic = List.copyOf(organic);
    controls = List.copyOf(controls);
  }
}
