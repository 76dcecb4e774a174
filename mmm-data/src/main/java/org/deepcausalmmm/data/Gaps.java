package org.deepcausalmmm.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.data.Panel.Control;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a panel that were not given but estimated from others, and that further weeks may
 * change.
 */
public final class Gaps {
  private final boolean @Nullable [][] present;
  private final Map<String, double[][]> controls = new HashMap<>();
  private final double @Nullable [][] revenuePerKpi;

  private Gaps() {
    present = null;
    revenuePerKpi = null;
  }

  private Gaps(boolean[][] present, List<Control> given, double @Nullable [][] revenuePerKpi) {
    this.present = present;
    given.forEach(control -> controls.put(control.name(), control.value()));
    this.revenuePerKpi = revenuePerKpi;
  }

  /**
   * Returns the gaps of a panel as it was given.
   *
   * @param present [region][week]: whether there was a row at all
   * @param given controls, NaN where unknown
   * @param revenuePerKpi [region][week], NaN where unknown; null if not given
   */
  public static Gaps of(
      boolean[][] present, List<Control> given, double @Nullable [][] revenuePerKpi) {
    return new Gaps(present, given, revenuePerKpi);
  }

  /** Returns those of a panel of which every cell was given. */
  public static Gaps none() {
    return new Gaps();
  }

  /** Returns whether spend and exposure of a region in a week are estimates. */
  public boolean inMarketing(int region, int week) {
    return present != null && !present[region][week];
  }

  /** Returns whether a control of a region in a week is an estimate. */
  public boolean inControl(String name, int region, int week) {
    double[][] given = controls.get(name);
    return given != null && Double.isNaN(given[region][week]);
  }

  /** Returns whether the money value of a unit of the outcome is an estimate. */
  public boolean inMoneyValue(int region, int week) {
    return revenuePerKpi != null && Double.isNaN(revenuePerKpi[region][week]);
  }
}
