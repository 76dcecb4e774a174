package org.deepcausalmmm.cli.command;

import java.nio.file.Path;
import org.deepcausalmmm.data.config.ConfigurationDraft;
import org.deepcausalmmm.data.config.ConfigurationReader;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.config.DataConfig.ChannelColumns;
import org.deepcausalmmm.experiment.series.GeoColumns;
import org.deepcausalmmm.experiment.series.GeoSeries;
import org.deepcausalmmm.experiment.series.GeoSeriesReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that name a table of regions and its columns. */
final class GeoParameters {
  @Parameters(
      index = "0",
      paramLabel = "PANEL.csv",
      description = "Daily or weekly data, one row for each region and day or week.")
  Path file = Path.of("");

  @Option(
      names = "--config",
      paramLabel = "C.yaml",
      description = "The configuration of a model, which names the columns.")
  private @Nullable Path config;

  @Option(names = "--outcome", paramLabel = "COLUMN", description = "The column of the outcome.")
  private @Nullable String outcome;

  @Option(names = "--geo", paramLabel = "COLUMN", description = "The column of the region.")
  private @Nullable String geo;

  @Option(names = "--time", paramLabel = "COLUMN", description = "The column of the day or week.")
  private @Nullable String time;

  @Option(
      names = "--spend",
      paramLabel = "COLUMN",
      description = "The column of the tested channel's spend.")
  private @Nullable String spend;

  @Option(
      names = "--missing-as-zero",
      description = "Take an absent row for an outcome of 0, as where only sales are recorded.")
  private boolean missingAsZero;

  /**
   * Reads the table.
   *
   * @param channel the tested channel, whose column of spend a configuration names; null if unknown
   */
  GeoSeries read(@Nullable String channel) {
    GeoColumns columns = new GeoColumns(geo, time, outcome, spend);
    GeoSeries read =
        new GeoSeriesReader(config == null ? columns : withDefaults(config, channel)).read(file);
    return missingAsZero ? read.missingAsZero() : read;
  }

  private GeoColumns withDefaults(Path path, @Nullable String channel) {
    ConfigurationDraft draft = new ConfigurationReader().read(path);
    DataConfig data = draft.data();
    if (data == null) {
      return new GeoColumns(geo, time, outcome, spend);
    }
    String paid =
        data.channels().stream()
            .filter(c -> c.name().equals(channel))
            .map(ChannelColumns::spend)
            .filter(column -> column != null)
            .findFirst()
            .orElse(null);
    return new GeoColumns(
        geo == null ? data.geo() : geo,
        time == null ? data.time() : time,
        outcome == null ? data.outcome() : outcome,
        spend == null ? paid : spend);
  }
}
