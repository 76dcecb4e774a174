package org.deepcausalmmm.optimizer.media;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.deepcausalmmm.optimizer.problem.OptimizerErrors;

/** The level at which money is decided. */
public enum PlanBy {
  /** A sum for each channel, spread over regions and weeks as at present. */
  CHANNEL(false, false),
  /** A sum for each channel in each region, spread over weeks as at present. */
  REGION(true, false),
  /** A sum for each channel in each week, spread over regions as at present. */
  WEEK(false, true),
  /** A sum for each channel in each region and week. */
  REGION_WEEK(true, true);

  private final boolean byRegion;
  private final boolean byWeek;

  PlanBy(boolean byRegion, boolean byWeek) {
    this.byRegion = byRegion;
    this.byWeek = byWeek;
  }

  /** Returns whether regions get sums of their own. */
  public boolean byRegion() {
    return byRegion;
  }

  /** Returns whether weeks get sums of their own. */
  public boolean byWeek() {
    return byWeek;
  }

  /** Returns the name on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Finds a value by its name.
   *
   * @throws org.deepcausalmmm.api.MmmException with code MMM-USAGE-313
   */
  public static PlanBy of(String id) {
    return Arrays.stream(values())
        .filter(by -> by.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                OptimizerErrors.unknownChoice(
                    "--by",
                    id,
                    Arrays.stream(values()).map(PlanBy::id).collect(Collectors.toList())));
  }
}
