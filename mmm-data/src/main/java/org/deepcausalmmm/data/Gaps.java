package org.deepcausalmmm.data;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says which cells of a panel were not given, but estimated from others: cells that further weeks
 * may change.
 */
public final class Gaps {
  private final boolean @Nullable [][] present;
  private final Map<String, double[][]> controls = new HashMap<>();
  private final double @Nullable [][] revenuePerKpi;

  private Gaps() {
    present = null;
    revenuePerKpi = null;
  }

  private Gaps(RawPanel raw) {
    present = raw.present();
    raw.controls().forEach(control -> controls.put(control.name(), control.value()));
    revenuePerKpi = raw.revenuePerKpi();
  }

  static Gaps of(RawPanel raw) {
    return new Gaps(raw);
  }

  /** Gives those of a panel of which every cell was given. */
  public static Gaps none() {
    return new Gaps();
  }

  /** Tells whether spend and exposure of a region in a week are estimates. */
  public boolean inMarketing(int region, int week) {
    return present != null && !present[region][week];
  }

  /** Tells whether a control of a region in a week is an estimate. */
  public boolean inControl(String name, int region, int week) {
    double[][] given = controls.get(name);
    return given != null && Double.isNaN(given[region][week]);
  }

  /** Tells whether the money value of a unit of the outcome is an estimate. */
  public boolean inMoneyValue(int region, int week) {
    return revenuePerKpi != null && Double.isNaN(revenuePerKpi[region][week]);
  }
}
