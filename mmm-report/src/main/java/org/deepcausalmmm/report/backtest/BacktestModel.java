package org.deepcausalmmm.report.backtest;

import java.util.List;
import java.util.Map;
import org.deepcausalmmm.data.PeriodWords;
import org.deepcausalmmm.data.estimate.Interval;

/**
 * The content of a backtest directory.
 *
 * @param words name the period of the rows
 * @param horizon the number of weeks that are forecast from each origin
 * @param pooled the scores over all origins
 * @param stability the variation of each channel's figure over the origins
 */
public record BacktestModel(
    String version,
    PeriodWords words,
    int horizon,
    ForecastScores pooled,
    List<AheadScores> byHorizon,
    List<OriginForecast> origins,
    List<ChannelStability> stability) {

  /** The scores of forecasts; a score is NaN where it is not defined. */
  public record ForecastScores(
      int cells,
      double rmse,
      double wmape,
      double coverage90,
      double againstNaive,
      Map<String, Double> naiveRmse) {
    public ForecastScores {
      naiveRmse = Map.copyOf(naiveRmse);
    }
  }

  /** The scores of forecasts some weeks ahead, 1 to 4 for example. */
  public record AheadScores(String ahead, ForecastScores scores) {}

  /** The forecast from one origin, summed over regions; the bounds are NaN for several regions. */
  public record OriginForecast(
      String name, int trainWeeks, ForecastScores scores, List<ForecastWeek> weeks) {
    public OriginForecast {
      weeks = List.copyOf(weeks);
    }
  }

  /** A forecast week. */
  public record ForecastWeek(String name, double actual, Interval predicted) {}

  /**
   * The figure of a channel at each origin.
   *
   * @param metric the name of the figure: ROI, or effect per exposure without spend
   * @param variation the coefficient of variation over the origins
   * @param insideShare the share of origins whose figure lies in the interval of the last one
   */
  public record ChannelStability(
      String channel,
      String metric,
      double variation,
      double insideShare,
      List<OriginFigure> figures) {
    public ChannelStability {
      figures = List.copyOf(figures);
    }
  }

  /** The figure of a channel at an origin. */
  public record OriginFigure(String origin, Interval value) {}

  public BacktestModel {
    byHorizon = List.copyOf(byHorizon);
    origins = List.copyOf(origins);
    stability = List.copyOf(stability);
  }

  /** Returns whether forecasts have bounds, which are known for one region only. */
  public boolean hasBounds() {
    return origins.stream()
        .flatMap(origin -> origin.weeks().stream())
        .anyMatch(week -> Double.isFinite(week.predicted().lower()));
  }
}
