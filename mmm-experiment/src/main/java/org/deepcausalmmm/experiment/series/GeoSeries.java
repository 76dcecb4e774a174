package org.deepcausalmmm.experiment.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deepcausalmmm.api.NearestName;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.NameList;
import org.deepcausalmmm.experiment.ExperimentCode;
import org.jspecify.annotations.Nullable;

/**
 * The outcome and the spend of regions over regular days or weeks.
 *
 * @param periods labels of the days or weeks, in order
 * @param outcome [region][period]; NaN where not observed
 * @param spend [region][period]; null if it is not known
 * @param findings what was found while reading
 */
@SuppressWarnings("ArrayRecordComponent") // large numeric arrays, never compared
public record GeoSeries(
    List<String> regions,
    List<String> periods,
    double[][] outcome,
    double @Nullable [][] spend,
    List<Finding> findings) {

  // Spelled out, as a compact constructor loses the nullability of arrays in its class file.
  public GeoSeries(
      List<String> regions,
      List<String> periods,
      double[][] outcome,
      double @Nullable [][] spend,
      List<Finding> findings) {
    this.regions = List.copyOf(regions);
    this.periods = List.copyOf(periods);
    this.outcome = outcome;
    this.spend = spend;
    this.findings = List.copyOf(findings);
  }

  /**
   * Returns the indices of named regions.
   *
   * @throws org.deepcausalmmm.api.MmmException with code MMM-DATA-702 if one is not in the data
   */
  public int[] indices(List<String> names) {
    return names.stream().mapToInt(this::index).toArray();
  }

  private int index(String name) {
    int index = regions.indexOf(name);
    if (index < 0) {
      throw ExperimentCode.UNKNOWN_REGION.error(
          "There is no region '%s' in the data.".formatted(name),
          NearestName.of(name, regions)
              .map("Maybe you meant '%s'."::formatted)
              .orElse("The regions are: " + NameList.list(regions) + "."));
    }
    return index;
  }

  /**
   * Returns the index of a period: its label, or a date within it.
   *
   * @throws org.deepcausalmmm.api.MmmException with code MMM-DATA-704 if it is not in the data
   */
  public int period(String label) {
    int index = periods.indexOf(label);
    for (int t = 0; index < 0 && t + 1 < periods.size(); t++) {
      boolean dated = label.length() == 10 && periods.get(t).length() == 10;
      if (dated && periods.get(t).compareTo(label) < 0 && periods.get(t + 1).compareTo(label) > 0) {
        index = t;
      }
    }
    if (index < 0) {
      throw ExperimentCode.NOT_IN_DATA.error(
          "'%s' is not among the periods of the data, which are %s to %s."
              .formatted(label, periods.get(0), periods.get(periods.size() - 1)),
          "Name a date or week of the data, as the file writes it.");
    }
    return index;
  }

  /** Returns the series with 0 in place of every outcome that is missing. */
  public GeoSeries missingAsZero() {
    double[][] filled =
        Arrays.stream(outcome)
            .map(row -> Arrays.stream(row).map(y -> Double.isNaN(y) ? 0 : y).toArray())
            .toArray(double[][]::new);
    return new GeoSeries(regions, periods, filled, spend, findings);
  }

  /** Returns the series cut to its first periods. */
  public GeoSeries first(int count) {
    return new GeoSeries(
        regions,
        periods.subList(0, count),
        cut(outcome, count),
        spend == null ? null : cut(spend, count),
        findings);
  }

  private static double[][] cut(double[][] rows, int count) {
    return Arrays.stream(rows).map(row -> Arrays.copyOf(row, count)).toArray(double[][]::new);
  }

  /** Returns the series with further findings. */
  public GeoSeries withFindings(List<Finding> further) {
    List<Finding> all = new ArrayList<>(findings);
    all.addAll(further);
    return new GeoSeries(regions, periods, outcome, spend, all);
  }

  /** Returns the sum of some regions' outcomes: [period]. */
  public double[] total(int[] chosen) {
    return total(outcome, chosen);
  }

  /** Returns the sum of some regions' values: [period]. */
  public static double[] total(double[][] values, int[] chosen) {
    double[] sum = new double[values[0].length];
    for (int r : chosen) {
      for (int t = 0; t < sum.length; t++) {
        sum[t] += values[r][t];
      }
    }
    return sum;
  }

  /** Returns the rows of some regions: [chosen][period]. */
  public double[][] rows(int[] chosen) {
    return Arrays.stream(chosen).mapToObj(r -> outcome[r]).toArray(double[][]::new);
  }
}
