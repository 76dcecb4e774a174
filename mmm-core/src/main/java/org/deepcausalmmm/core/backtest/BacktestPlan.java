package org.deepcausalmmm.core.backtest;

import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.core.error.CoreCode;

/**
 * The rolling origins of a backtest, and its horizon.
 *
 * @param origins [origin]: number of weeks before it, ascending
 * @param horizon number of weeks forecast from each
 */
public record BacktestPlan(List<Integer> origins, int horizon) {
  private static final int LEAST_TRAIN_WEEKS = 26;

  public BacktestPlan {
    origins = List.copyOf(origins);
  }

  /**
   * Returns evenly spaced origins: the last one leaves exactly the horizon, those before it are a
   * horizon apart, or closer where there are too few weeks for that.
   *
   * @throws MmmException MMM-USAGE-401 if a count is below 1, MMM-USAGE-402 if the weeks do not
   *     suffice
   */
  public static BacktestPlan of(int weeks, int count, int horizon) {
    if (count < 1 || horizon < 1) {
      throw CoreCode.NO_ORIGINS.error(
          "A backtest needs at least 1 origin and 1 week, not %d and %d.".formatted(count, horizon),
          "Set --origins and --horizon to 1 or more.");
    }
    int last = weeks - horizon;
    int room = last - LEAST_TRAIN_WEEKS;
    int step = count == 1 ? 0 : Math.min(horizon, room / (count - 1));
    if (room < 0 || (count > 1 && step < 1)) {
      throw CoreCode.TOO_FEW_WEEKS_FOR_ORIGINS.error(
          "%d weeks are too few for %d origins with a horizon of %d weeks; a fit needs %d weeks."
              .formatted(weeks, count, horizon, LEAST_TRAIN_WEEKS),
          "Reduce --origins or --horizon.");
    }
    List<Integer> origins = new ArrayList<>();
    for (int i = count - 1; i >= 0; i--) {
      origins.add(last - i * step);
    }
    return new BacktestPlan(origins, horizon);
  }
}
