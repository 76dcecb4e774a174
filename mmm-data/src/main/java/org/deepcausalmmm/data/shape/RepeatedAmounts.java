package org.deepcausalmmm.data.shape;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.Table.Row;

/** Whether the amounts of a column are one national amount a week, in every region or by head. */
final class RepeatedAmounts {
  /** Fewer weeks of equal amounts may be chance, or a fixed fee. */
  private static final int LEAST_DIFFERENT = 10;

  /** Amounts by head that were rounded to cents differ by less. */
  private static final double SAME_PER_HEAD = 2e-3;

  private final Table table;
  private final int time;
  private final int geo;
  private final Map<String, Double> population;

  RepeatedAmounts(Table table, int time, int geo, Map<String, Double> population) {
    this.table = table;
    this.time = time;
    this.geo = geo;
    this.population = population;
  }

  /** Returns the population by region; empty if it is not known. */
  Map<String, Double> population() {
    return population;
  }

  /**
   * Returns whether a column holds one amount a week, repeated in the regions.
   *
   * @param declared whether the user says so: then two regions and few weeks suffice
   */
  boolean repeated(int column, boolean declared) {
    return same(column, 2, declared ? 1 : LEAST_DIFFERENT, false);
  }

  /** Returns whether a column holds one amount per head a week, different between regions. */
  boolean perHead(int column) {
    return new TreeSet<>(population.values()).size() > 2 && same(column, 3, LEAST_DIFFERENT, true);
  }

  private boolean same(int column, int leastRegions, int leastAmounts, boolean perHead) {
    Map<String, Double> weeks = new HashMap<>();
    TreeSet<String> regions = new TreeSet<>();
    TreeSet<Double> amounts = new TreeSet<>();
    double tolerance = perHead ? SAME_PER_HEAD : 0;
    int repeats = 0;
    for (Row row : table.rows()) {
      String region = row.cells().get(geo);
      double value = table.number(row, column);
      if (perHead) {
        value /= population.getOrDefault(region, Double.NaN);
      }
      if (!(value > 0)) {
        continue;
      }
      Double before = weeks.putIfAbsent(row.cells().get(time), value);
      if (before != null && Math.abs(before - value) > tolerance * before) {
        return false;
      }
      repeats += before == null ? 0 : 1;
      if (before == null) {
        amounts.add(value);
      }
      regions.add(region);
    }
    return regions.size() >= leastRegions
        && amounts.size() >= leastAmounts
        && repeats >= (leastRegions - 1) * (weeks.size() - 1);
  }
}
