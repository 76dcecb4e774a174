package org.deepcausalmmm.report.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.data.PeriodWords;
import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.report.backtest.BacktestModel.AheadScores;
import org.deepcausalmmm.report.backtest.BacktestModel.ChannelStability;
import org.deepcausalmmm.report.backtest.BacktestModel.ForecastScores;
import org.deepcausalmmm.report.backtest.BacktestModel.ForecastWeek;
import org.deepcausalmmm.report.backtest.BacktestModel.OriginFigure;
import org.deepcausalmmm.report.backtest.BacktestModel.OriginForecast;
import org.deepcausalmmm.report.files.BacktestFiles;
import org.deepcausalmmm.report.files.CsvFile;
import org.deepcausalmmm.report.files.FileDigests;
import org.deepcausalmmm.report.files.RunFileErrors;
import org.deepcausalmmm.report.files.RunFiles;

/** The reader of a backtest directory. */
public final class BacktestReader {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path directory;

  private BacktestReader(Path directory) {
    this.directory = directory;
  }

  /**
   * Reads a backtest.
   *
   * @throws org.deepcausalmmm.api.MmmException MMM-DATA-091 if a file is missing or damaged
   */
  public static BacktestModel read(Path directory) {
    Path summary = directory.resolve(RunFiles.SUMMARY);
    try {
      JsonNode root = JSON.readTree(summary.toFile());
      FileDigests.verify(directory, root);
      return new BacktestReader(directory).model(root);
    } catch (IOException e) {
      throw RunFileErrors.unreadable(summary, e);
    }
  }

  private BacktestModel model(JsonNode root) {
    List<AheadScores> horizons = new ArrayList<>();
    for (JsonNode node : root.path("byHorizon")) {
      horizons.add(new AheadScores(node.path("ahead").asText(), scores(node)));
    }
    Map<String, Map<String, double[]>> weeks = weeks();
    List<OriginForecast> origins = new ArrayList<>();
    for (JsonNode node : root.path("byOrigin")) {
      String name = node.path("origin").asText();
      origins.add(
          new OriginForecast(
              name,
              node.path("trainWeeks").asInt(),
              scores(node),
              forecast(weeks.getOrDefault(name, Map.of()))));
    }
    return new BacktestModel(
        root.path("version").asText(),
        PeriodWords.of(root.path("period").asText()),
        root.path("horizon").asInt(),
        scores(root.path("pooled")),
        horizons,
        origins,
        stability(root.path("roiStability")));
  }

  private static ForecastScores scores(JsonNode node) {
    Map<String, Double> naive = new LinkedHashMap<>();
    node.path("naive")
        .properties()
        .forEach(
            rule -> {
              if (rule.getValue().path("rmse").isNumber()) {
                naive.put(rule.getKey(), rule.getValue().path("rmse").asDouble());
              }
            });
    return new ForecastScores(
        node.path("cells").asInt(),
        number(node, "rmse"),
        number(node, "wmape"),
        number(node, "coverage90"),
        number(node, "againstNaive"),
        naive);
  }

  private static double number(JsonNode node, String key) {
    return node.path(key).isNumber() ? node.path(key).asDouble() : Double.NaN;
  }

  /** Returns actual, predicted, lower, upper and the number of regions by origin and week. */
  private Map<String, Map<String, double[]>> weeks() {
    Map<String, Map<String, double[]>> weeks = new LinkedHashMap<>();
    CsvFile.read(
        directory.resolve(BacktestFiles.FORECASTS),
        row -> {
          double[] sums =
              weeks
                  .computeIfAbsent(row.text("origin"), name -> new LinkedHashMap<>())
                  .computeIfAbsent(row.text("time"), name -> new double[5]);
          sums[0] += row.number("actual");
          sums[1] += row.number("predicted");
          sums[2] += row.number("lower");
          sums[3] += row.number("upper");
          sums[4]++;
        });
    return weeks;
  }

  private static List<ForecastWeek> forecast(Map<String, double[]> weeks) {
    List<ForecastWeek> forecast = new ArrayList<>();
    weeks.forEach(
        (name, sums) -> {
          // Bounds of regions do not add up to bounds of their sum.
          boolean one = sums[4] == 1;
          forecast.add(
              new ForecastWeek(
                  name,
                  sums[0],
                  new Interval(sums[1], one ? sums[2] : Double.NaN, one ? sums[3] : Double.NaN)));
        });
    return forecast;
  }

  private List<ChannelStability> stability(JsonNode nodes) {
    List<ChannelStability> stability = new ArrayList<>();
    for (JsonNode node : nodes) {
      String metric = node.path("metric").asText();
      String channel = node.path("channel").asText();
      stability.add(
          new ChannelStability(
              channel,
              metric,
              number(node, "variation"),
              number(node, "insideShare"),
              figures(channel, metric)));
    }
    return stability;
  }

  private List<OriginFigure> figures(String channel, String metric) {
    List<OriginFigure> figures = new ArrayList<>();
    CsvFile.read(
        directory.resolve(BacktestFiles.STABILITY),
        row -> {
          if (row.text("channel").equals(channel) && row.has(metric)) {
            figures.add(new OriginFigure(row.text("origin"), row.interval(metric)));
          }
        });
    return figures;
  }
}
