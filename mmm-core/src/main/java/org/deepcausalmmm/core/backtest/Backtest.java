package org.deepcausalmmm.core.backtest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.core.forecast.ForecastWeights;

/**
 * Is how a model did on the past.
 *
 * @param cells every forecast, by origin, region and week
 * @param channels what each fit found of each channel, by channel and origin
 * @param origins what each origin was like
 */
public record Backtest(
    BacktestPlan plan,
    List<BacktestCell> cells,
    List<ChannelAtOrigin> channels,
    List<Origin> origins) {

  /**
   * Is one origin.
   *
   * @param label the last week known, as the data name it
   * @param regions how many regions were fitted; those without an outcome before are left out
   * @param weights how far each part of the model was believed
   * @param scores over this origin alone
   * @param seconds what the fit took
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

  /** Scores all origins together. */
  public BacktestScores pooled() {
    return BacktestScorer.score(cells);
  }

  /** Scores each week ahead, over all origins; weeks without any outcome are left out. */
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

  /** Says how steady each channel's return is. */
  public List<RoiStability> stability() {
    Map<String, List<ChannelAtOrigin>> byChannel = new LinkedHashMap<>();
    for (ChannelAtOrigin row : channels) {
      byChannel.computeIfAbsent(row.channel(), name -> new ArrayList<>()).add(row);
    }
    return byChannel.values().stream().map(RoiStability::of).toList();
  }
}
