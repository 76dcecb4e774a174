package org.deepcausalmmm.core.backtest;

import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;

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
      throw new MmmException(
          ErrorKind.USAGE,
          401,
          "A backtest of %d origins and %d weeks each is none.".formatted(count, horizon),
          "Give --origins and --horizon of 1 or more.");
    }
    int last = weeks - horizon;
    int room = last - LEAST_TRAIN_WEEKS;
    int step = count == 1 ? 0 : Math.min(horizon, room / (count - 1));
    if (room < 0 || (count > 1 && step < 1)) {
      throw new MmmException(
          ErrorKind.USAGE,
          402,
          "The data have %d weeks: too few for %d origins with %d weeks behind each, as a fit needs %d weeks."
              .formatted(weeks, count, horizon, LEAST_TRAIN_WEEKS),
          "Ask for fewer origins or a shorter horizon.");
    }
    List<Integer> origins = new ArrayList<>();
    for (int i = count - 1; i >= 0; i--) {
      origins.add(last - i * step);
    }
    return new BacktestPlan(origins, horizon);
  }
}
