package org.deepcausalmmm.core.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deepcausalmmm.api.NearestName;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.Table.Row;

/**
 * The reader of plans: long, with a row for each channel and the columns {@code week}, {@code
 * channel}, {@code spend}, or wide, with a column for each channel. Both may have {@code geo}.
 *
 * <p>A plan may begin later than right after the data; in the weeks between, the channels that it
 * names continue at their recent mean.
 *
 * <p>A wide plan may also hold controls. Without {@code geo} amounts are national and split by the
 * regions' shares in the channel's last weeks.
 */
public final class PlanReader {
  private static final String WEEK = "week";
  private static final String GEO = "geo";
  private static final String CHANNEL = "channel";
  private static final String SPEND = "spend";

  private final Panel panel;
  private final DataConfig roles;
  private final PlanWeeks weeks;

  /**
   * Creates a reader of plans for the weeks after a panel.
   *
   * @param roles column roles of the panel's data; a plan may use the column names too
   */
  public PlanReader(Panel panel, DataConfig roles) {
    this.panel = panel;
    this.roles = roles;
    weeks = new PlanWeeks(panel.weeks());
  }

  /** A series while it is read: by region (0 if national), then by week. */
  private record Cells(Map<Integer, Map<Integer, Double>> byRegion) {
    void put(Table table, Row row, int region, int week, double value, String name) {
      Double before =
          byRegion.computeIfAbsent(region, r -> new HashMap<>()).putIfAbsent(week, value);
      if (before != null) {
        throw PlanCode.TWICE.error(
            "%s, line %d repeats '%s' for its region and week."
                .formatted(table.source(), row.line(), name),
            "Remove one of the rows, or sum them.");
      }
    }
  }

  /**
   * Reads a plan.
   *
   * @throws org.deepcausalmmm.api.MmmException MMM-DATA-501 to 511 if it is none for this panel
   */
  public SpendPlan read(Table file) {
    Table table = PlanNames.called(file, List.of(WEEK, GEO, CHANNEL, SPEND), panel, roles);
    int week = column(table, WEEK, roles.time());
    int geo = column(table, GEO, roles.geo());
    if (week < 0 || table.header().size() < (geo < 0 ? 2 : 3)) {
      throw PlanCode.NO_SHAPE.error(
          "%s is no plan: its columns are %s."
              .formatted(table.source(), String.join(", ", table.header())),
          "Use the columns week, channel and spend, or week and one column per channel; add geo"
              + " for regional plans.");
    }
    requireWhole(table, CHANNEL, SPEND);
    requireWhole(table, SPEND, CHANNEL);
    Map<Integer, Cells> channels = new LinkedHashMap<>();
    Map<Integer, Cells> controls = new LinkedHashMap<>();
    Set<Integer> positions = new HashSet<>();
    boolean isLong = table.has(CHANNEL) && table.has(SPEND);
    if (isLong) {
      requireLong(table, week, geo);
    }
    for (Row row : table.rows()) {
      int position = weeks.position(table, row, week);
      positions.add(position);
      int region = geo < 0 ? 0 : region(table, row, geo);
      if (isLong) {
        String name = row.cells().get(table.index(CHANNEL));
        int channel = channel(table, name, "line " + row.line());
        double amount = amount(table, row, table.index(SPEND), true);
        cells(channels, channel).put(table, row, region, position, amount, name);
      } else {
        wide(table, row, new int[] {week, geo, region, position}, channels, controls);
      }
    }
    int before = weeks.requireNoGap(table, positions);
    int count = positions.size();
    RegionalSplit split = new RegionalSplit(panel);
    Map<Integer, double[][]> amounts = new HashMap<>();
    channels.forEach(
        (channel, cells) -> {
          double[][] values = values(table, cells, geo >= 0, before, count, name(channel));
          double[][] planned = geo >= 0 ? values : split.split(channel, values[0]);
          double[][] usual = usual(panel.channels().get(channel), before, count);
          amounts.put(channel, PlanForecaster.joined(usual, planned));
          requireBought(channel);
        });
    Map<Integer, double[][]> given = new HashMap<>();
    controls.forEach(
        (control, cells) -> {
          Panel.Control data = panel.controls().get(control);
          double[][] values = values(table, cells, geo >= 0, before, count, data.name());
          double[][] planned = geo >= 0 ? values : split.repeat(values[0]);
          double[][] carried =
              Arrays.stream(data.value())
                  .map(row -> ControlRule.carryOn(row, before, panel.weeks().period()))
                  .toArray(double[][]::new);
          given.put(control, PlanForecaster.joined(carried, planned));
        });
    return new SpendPlan(before + count, before, amounts, given);
  }

  /** Returns a channel's mean of as many last weeks as are planned, repeated. */
  private double[][] usual(Panel.Channel channel, int weeks, int planned) {
    double[][] spend = channel.planned();
    double[][] usual = new double[spend.length][weeks];
    for (int r = 0; r < spend.length; r++) {
      int from = Math.max(0, panel.weekCount() - planned);
      Arrays.fill(usual[r], Arrays.stream(spend[r], from, panel.weekCount()).average().orElse(0));
    }
    return usual;
  }

  /** Refuses a long plan that lacks the second of two columns. */
  private void requireWhole(Table table, String one, String other) {
    if (table.has(one) && !table.has(other) && !isOfModel(one)) {
      throw PlanCode.NO_SHAPE.error(
          "%s has a column '%s', but none called '%s'; its columns are %s."
              .formatted(table.source(), one, other, String.join(", ", table.header())),
          "A plan with one row per channel has the columns week, channel and spend, and geo for"
              + " regional plans.");
    }
  }

  private boolean isOfModel(String name) {
    return panel.channelNames().contains(name)
        || panel.controls().stream().anyMatch(control -> control.name().equals(name))
        || roles.channels().stream().anyMatch(c -> name.equals(c.spend()));
  }

  /** Refuses columns that a long plan does not have, which would otherwise be ignored silently. */
  private static void requireLong(Table table, int week, int geo) {
    for (int column = 0; column < table.header().size(); column++) {
      String name = table.header().get(column);
      if (column != week && column != geo && !name.equals(CHANNEL) && !name.equals(SPEND)) {
        throw PlanCode.UNKNOWN_COLUMN.error(
            "%s, the header: a plan with a row for each channel has no column '%s'."
                .formatted(table.source(), name),
            "Remove it; to plan controls, use one column per channel and control.");
      }
    }
  }

  private void wide(
      Table table,
      Row row,
      int[] place,
      Map<Integer, Cells> channels,
      Map<Integer, Cells> controls) {
    List<String> controlNames = panel.controls().stream().map(Panel.Control::name).toList();
    for (int column = 0; column < table.header().size(); column++) {
      if (column == place[0] || column == place[1]) {
        continue;
      }
      String name = table.header().get(column);
      int control = controlNames.indexOf(name);
      if (control >= 0) {
        double value = amount(table, row, column, false);
        cells(controls, control).put(table, row, place[2], place[3], value, name);
      } else {
        int channel = channel(table, name, "the header");
        double value = amount(table, row, column, true);
        cells(channels, channel).put(table, row, place[2], place[3], value, name);
      }
    }
  }

  private static Cells cells(Map<Integer, Cells> all, int key) {
    return all.computeIfAbsent(key, k -> new Cells(new HashMap<>()));
  }

  private static int column(
      Table table, String name, @org.jspecify.annotations.Nullable String role) {
    return table.has(name)
        ? table.index(name)
        : role != null && table.has(role) ? table.index(role) : -1;
  }

  private String name(int channel) {
    return panel.channelNames().get(channel);
  }

  /** Returns the index of a channel, found by its name or by the column of its spend. */
  private int channel(Table table, String text, String where) {
    List<String> known = new ArrayList<>(panel.channelNames());
    String name = PlanNames.meant(text, known);
    int found = known.indexOf(name);
    if (found >= 0) {
      return found;
    }
    List<DataConfig.ChannelColumns> columns = new ArrayList<>(roles.channels());
    columns.addAll(roles.organic());
    for (DataConfig.ChannelColumns column : columns) {
      boolean paid = column.spend() != null;
      if (name.equals(paid ? column.spend() : column.exposure())) {
        return known.indexOf(column.name());
      }
    }
    panel.controls().forEach(control -> known.add(control.name()));
    throw PlanCode.UNKNOWN_COLUMN.error(
        "%s, %s: the model has no channel '%s'.".formatted(table.source(), where, name),
        NearestName.of(name, known)
            .map("Maybe you meant '%s'."::formatted)
            .orElse("Its channels are: " + String.join(", ", panel.channelNames()) + "."));
  }

  private int region(Table table, Row row, int column) {
    String name = PlanNames.meant(row.cells().get(column), panel.regions());
    int found = panel.regions().indexOf(name);
    if (found < 0) {
      throw PlanCode.UNKNOWN_REGION.error(
          "%s, line %d: the model has no region '%s'.".formatted(table.source(), row.line(), name),
          NearestName.of(name, panel.regions())
              .map("Maybe you meant '%s'."::formatted)
              .orElse("Use the region names of the data, or omit the column for a national plan."));
    }
    return found;
  }

  private static double amount(Table table, Row row, int column, boolean ofChannel) {
    double value = table.number(row, column);
    if (Double.isNaN(value) || (ofChannel && value < 0)) {
      throw PlanCode.BAD_AMOUNT.error(
          "%s, line %d, column '%s': %s."
              .formatted(
                  table.source(),
                  row.line(),
                  table.header().get(column),
                  Double.isNaN(value)
                      ? "nothing is planned"
                      : "the amount " + row.cells().get(column) + " is negative"),
          ofChannel ? "Write 0 where nothing is spent." : "Write the value that you expect.");
    }
    return value;
  }

  /** Returns the cells by region and week; every one must be present. */
  private double[][] values(
      Table table, Cells cells, boolean byRegion, int before, int count, String name) {
    double[][] values = new double[byRegion ? panel.regionCount() : 1][count];
    for (int r = 0; r < values.length; r++) {
      Map<Integer, Double> row = cells.byRegion().getOrDefault(r, Map.of());
      for (int t = 0; t < count; t++) {
        Double value = row.get(before + t);
        if (value == null) {
          throw PlanCode.CELL_MISSING.error(
              "%s plans '%s', but not for %sweek %s."
                  .formatted(
                      table.source(),
                      name,
                      byRegion ? "region " + panel.regions().get(r) + ", " : "",
                      panel.weeks().label(panel.weekCount() + before + t)),
              "Write 0 where nothing is spent, or omit the channel to continue its recent spend.");
        }
        values[r][t] = value;
      }
    }
    return values;
  }

  private void requireBought(int channel) {
    Panel.Channel data = panel.channels().get(channel);
    double[][] spend = data.planned();
    for (int r = 0; r < spend.length; r++) {
      for (int t = 0; t < panel.weekCount(); t++) {
        if (spend[r][t] > 0 && data.exposure()[r][t] > 0) {
          return;
        }
      }
    }
    throw PlanCode.NEVER_BOUGHT.error(
        "The plan has amounts for '%s', which never bought any exposure in the data."
            .formatted(data.name()),
        "Remove the channel: its effect cannot be estimated.");
  }
}
