package org.deepcausalmmm.optimizer.problem;

import org.jspecify.annotations.Nullable;

/**
 * The name of one decision: a channel, a channel in a region, or a channel in a region and week.
 *
 * @param region null if the money is not split by region
 * @param week null if the money is not split by week
 */
public record Cell(String channel, @Nullable String region, @Nullable Week week) {

  /**
   * A planned week.
   *
   * @param place in the planned window, from 0
   * @param name as the data name weeks
   */
  public record Week(int place, String name) {}

  /** Names a channel. */
  public static Cell of(String channel) {
    return new Cell(channel, null, null);
  }

  /** Names a channel in a region. */
  public static Cell of(String channel, String region) {
    return new Cell(channel, region, null);
  }

  /** Names the same in a week. */
  public Cell inWeek(int place, String name) {
    return new Cell(channel, region, new Week(place, name));
  }

  /** Returns a name for messages and tables, for example {@code tv/north/week 2024-01-01}. */
  public String label() {
    String place = region == null ? channel : channel + "/" + region;
    return week == null ? place : place + "/week " + week.name();
  }
}
