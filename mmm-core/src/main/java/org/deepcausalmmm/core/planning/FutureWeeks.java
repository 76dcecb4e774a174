package org.deepcausalmmm.core.planning;

import org.deepcausalmmm.data.Weeks;

/**
 * The planned weeks.
 *
 * @param first index of the first planned week, counted from the first week of the data; the data
 *     before it are the history that carries over into the plan
 * @param count number of weeks
 */
public record FutureWeeks(int first, int count) {
  public FutureWeeks {
    if (first < 1 || count < 1) {
      throw new IllegalArgumentException(
          count + " weeks from week " + first + " on leave no history or no week to plan.");
    }
  }

  /** Returns the label of a planned week, as the data name weeks. */
  public String label(Weeks history, int week) {
    return history.label(first + week);
  }
}
