package org.deepcausalmmm.core.planning;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.Table.Row;

/** The cells of a plan while it is read: amounts of channels and values of controls. */
final class PlanCells {
  private final Table table;
  private final Panel panel;
  private final boolean byRegion;
  private final Set<Integer> weeks = new HashSet<>();
  private final Map<Integer, Series> channels = new LinkedHashMap<>();
  private final Map<Integer, Series> controls = new LinkedHashMap<>();

  /**
   * Creates an empty plan.
   *
   * @param byRegion whether the plan has a column of regions
   */
  PlanCells(Table table, Panel panel, boolean byRegion) {
    this.table = table;
    this.panel = panel;
    this.byRegion = byRegion;
  }

  /** A row with its region (0 if national) and its week after the data. */
  record Place(Row row, int region, int week) {}

  /** A series by region, then by week. */
  private record Series(Map<Integer, Map<Integer, Double>> byRegion) {}

  /** Notes that a week is planned, even if no column has a value there. */
  void addWeek(int week) {
    weeks.add(week);
  }

  Set<Integer> weeks() {
    return weeks;
  }

  Set<Integer> channels() {
    return channels.keySet();
  }

  Set<Integer> controls() {
    return controls.keySet();
  }

  /** Adds an amount of a channel; {@code name} is what the plan calls it. */
  void addAmount(Place place, int channel, double amount, String name) {
    add(channels, place, channel, amount, name);
  }

  /** Adds a value of a control. */
  void addControl(Place place, int control, double value, String name) {
    add(controls, place, control, value, name);
  }

  private void add(Map<Integer, Series> all, Place place, int key, double value, String name) {
    Double before =
        all.computeIfAbsent(key, k -> new Series(new HashMap<>()))
            .byRegion()
            .computeIfAbsent(place.region(), r -> new HashMap<>())
            .putIfAbsent(place.week(), value);
    if (before != null) {
      throw PlanCode.TWICE.error(
          "%s, line %d repeats '%s' for its region and week."
              .formatted(table.source(), place.row().line(), name),
          "Remove one of the rows, or sum them.");
    }
  }

  /**
   * Returns the amounts of a channel, [region or 1][week].
   *
   * @param before weeks between the data and the first planned week
   * @throws org.deepcausalmmm.api.MmmException MMM-DATA-509 if a cell is missing
   */
  double[][] amounts(int channel, int before) {
    return values(channels, channel, before, panel.channelNames().get(channel));
  }

  /** Returns the values of a control as {@link #amounts} does. */
  double[][] controlValues(int control, int before) {
    return values(controls, control, before, panel.controls().get(control).name());
  }

  private double[][] values(Map<Integer, Series> all, int key, int before, String name) {
    Series series = all.getOrDefault(key, new Series(Map.of()));
    double[][] values = new double[byRegion ? panel.regionCount() : 1][weeks.size()];
    for (int r = 0; r < values.length; r++) {
      Map<Integer, Double> row = series.byRegion().getOrDefault(r, Map.of());
      for (int t = 0; t < values[r].length; t++) {
        Double value = row.get(before + t);
        if (value == null) {
          throw missing(name, r, before + t);
        }
        values[r][t] = value;
      }
    }
    return values;
  }

  private org.deepcausalmmm.api.MmmException missing(String name, int region, int week) {
    return PlanCode.CELL_MISSING.error(
        "%s plans '%s', but not for %sweek %s."
            .formatted(
                table.source(),
                name,
                byRegion ? "region " + panel.regions().get(region) + ", " : "",
                panel.weeks().label(panel.weekCount() + week)),
        "Write 0 where nothing is spent, or omit the channel to continue its recent spend.");
  }
}
