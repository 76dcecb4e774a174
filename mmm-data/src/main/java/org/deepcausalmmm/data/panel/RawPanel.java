package org.deepcausalmmm.data.panel;

import java.util.List;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.Weeks;
import org.jspecify.annotations.Nullable;

/**
 * A panel before its gaps are filled: NaN where nothing is known.
 *
 * @param population [region][week]; null if not given
 * @param present [region][week]: whether there was a row at all
 */
@SuppressWarnings("ArrayRecordComponent") // large numeric arrays, never compared
record RawPanel(
    List<String> regions,
    Weeks weeks,
    RawOutcome kpi,
    List<RawChannel> channels,
    List<Panel.Control> controls,
    double @Nullable [][] population,
    boolean[][] present) {

  /**
   * The outcome and what a unit of it is worth.
   *
   * @param value [region][week]
   * @param revenuePerUnit [region][week]; null if not given
   */
  record RawOutcome(String name, double[][] value, double @Nullable [][] revenuePerUnit) {}

  /**
   * A channel; at least one of exposure and spend is there.
   *
   * @param exposure [region][week]; the reach if the frequency is there, null if it is the spend
   * @param spend [region][week]; null if only the exposure is known
   * @param frequency [region][week]: mean contacts of a person reached; null if not known
   * @param national whether the figures were spread over the regions by population
   */
  record RawChannel(
      String name,
      double @Nullable [][] exposure,
      double @Nullable [][] spend,
      double @Nullable [][] frequency,
      boolean national) {
    RawChannel(String name, double @Nullable [][] exposure, double @Nullable [][] spend) {
      this(name, exposure, spend, null, false);
    }

    // Spelled out, as a compact constructor loses the nullability of arrays in its class file.
    RawChannel(
        String name,
        double @Nullable [][] exposure,
        double @Nullable [][] spend,
        double @Nullable [][] frequency,
        boolean national) {
      this.name = name;
      this.exposure = exposure;
      this.spend = spend;
      this.frequency = frequency;
      this.national = national;
    }

    RawChannel spreadByPopulation() {
      return new RawChannel(name, exposure, spend, frequency, true);
    }
  }

  /** Returns the name of a cell for messages. */
  String cell(int region, int week) {
    return regions.size() == 1
        ? "week " + weeks.label(week)
        : "region " + regions.get(region) + ", week " + weeks.label(week);
  }
}
