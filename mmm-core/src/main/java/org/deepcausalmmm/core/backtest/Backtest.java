package org.deepcausalmmm.core.backtest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.core.forecast.ForecastWeights;

/**
 * The result of a backtest over rolling origins.
 *
 * @param cells every forecast, by origin, region and week
 * @param channels effects of each channel at each origin, by channel and origin
 * @param origins the fit and the scores of each origin
 */
public record Backtest(
    BacktestPlan plan,
    List<BacktestCell> cells,
    List<ChannelAtOrigin> channels,
    List<Origin> origins) {

  /**
   * The fit and the scores of one origin.
   *
   * @param label the last training week, as the data name it
   * @param regions number of regions fitted; those without an outcome before the origin are
   *     excluded
   * @param weights weights of the forecast's components
   * @param scores over this origin alone
   * @param seconds duration of the fit
   */
  public record Origin(
      String label,
      int trainWeeks,
      int regions,
      ForecastWeights weights,
      BacktestScores scores,
      double seconds) {}

  public Backtest {
    cells = List.copyOf(cells);
    channels = List.copyOf(channels);
    origins = List.copyOf(origins);
  }

  /** Returns the scores of all origins together. */
  public BacktestScores pooled() {
    return BacktestScorer.score(cells);
  }

  /**
   * Returns the scores of each week ahead, over all origins; weeks without any outcome are
   * excluded.
   */
  public Map<Integer, BacktestScores> byHorizon() {
    Map<Integer, BacktestScores> scores = new LinkedHashMap<>();
    for (int ahead = 1; ahead <= plan.horizon(); ahead++) {
      int at = ahead;
      List<BacktestCell> some =
          cells.stream().filter(cell -> cell.ahead() == at && cell.scored()).toList();
      if (!some.isEmpty()) {
        scores.put(ahead, BacktestScorer.score(some));
      }
    }
    return scores;
  }

  /** Returns the stability of each channel's ROI. */
  public List<RoiStability> stability() {
    Map<String, List<ChannelAtOrigin>> byChannel = new LinkedHashMap<>();
    for (ChannelAtOrigin row : channels) {
      byChannel.computeIfAbsent(row.channel(), name -> new ArrayList<>()).add(row);
    }
    return byChannel.values().stream().map(RoiStability::of).toList();
  }
}
