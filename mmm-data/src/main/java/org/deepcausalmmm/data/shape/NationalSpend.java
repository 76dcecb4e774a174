package org.deepcausalmmm.data.shape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.QuotedText;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.config.DataConfig.ChannelColumns;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.Table.Row;

/**
 * Spend that is known nationally only and repeated in every region: its sum would count it once for
 * each region, so it is spread by population.
 */
final class NationalSpend {
  /** Fewer weeks of equal amounts may be chance, or a fixed fee. */
  private static final int LEAST_DIFFERENT = 10;

  private final Table table;
  private final DataConfig roles;
  private final int geo;
  private final int time;

  private NationalSpend(Table table, DataConfig roles, int geo) {
    this.table = table;
    this.roles = roles;
    this.geo = geo;
    this.time = table.index(roles.time());
  }

  static Table spread(Table table, DataConfig roles, List<Finding> findings) {
    if (roles.geo() == null) {
      return table;
    }
    NationalSpend national = new NationalSpend(table, roles, table.index(roles.geo()));
    List<Integer> columns = new ArrayList<>();
    for (ChannelColumns channel : roles.channels()) {
      if (channel.spend() != null && national.repeated(table.index(channel.spend()))) {
        columns.add(table.index(channel.spend()));
        findings.add(
            DataCode.MEDIA_SPREAD.warning(
                "The spend of channel '%s' is the same in all regions every week."
                    .formatted(QuotedText.of(channel.name())),
                "It was taken as national and spread by population; differences between regions"
                    + " tell nothing of it."));
      }
    }
    return columns.isEmpty() ? table : national.spread(columns);
  }

  /** Returns whether a column holds one amount a week, repeated in three regions or more. */
  private boolean repeated(int column) {
    Map<String, Double> weeks = new HashMap<>();
    TreeSet<String> regions = new TreeSet<>();
    TreeSet<Double> amounts = new TreeSet<>();
    int repeats = 0;
    for (Row row : table.rows()) {
      double value = table.number(row, column);
      if (!(value > 0)) {
        continue;
      }
      Double before = weeks.putIfAbsent(row.cells().get(time), value);
      if (before != null && before != value) {
        return false;
      }
      repeats += before == null ? 0 : 1;
      amounts.add(value);
      regions.add(row.cells().get(geo));
    }
    return regions.size() > 2
        && amounts.size() >= LEAST_DIFFERENT
        && repeats >= 2 * weeks.size() - 2;
  }

  private Table spread(List<Integer> columns) {
    Map<String, Double> population = population(columns);
    double all = population.values().stream().mapToDouble(Double::doubleValue).sum();
    List<Row> rows = new ArrayList<>(table.rows().size());
    for (Row row : table.rows()) {
      List<String> cells = new ArrayList<>(row.cells());
      double share = population.getOrDefault(row.cells().get(geo), 0.0) / all;
      for (int column : columns) {
        cells.set(column, Cells.text(table.number(row, column) * share));
      }
      rows.add(new Row(row.line(), cells));
    }
    return table.withRows(rows);
  }

  private Map<String, Double> population(List<Integer> columns) {
    String column = roles.population();
    if (column == null) {
      throw DataCode.SHAPE_UNCLEAR.error(
          "%s: column '%s' holds the same spend in all regions every week, as national spend does."
              .formatted(table.source(), QuotedText.of(table.header().get(columns.get(0)))),
          "Add a column 'population', by which it can be spread, or divide it over the regions.");
    }
    int index = table.index(column);
    Map<String, Double> population = new HashMap<>();
    for (Row row : table.rows()) {
      double value = table.number(row, index);
      if (value > 0) {
        population.putIfAbsent(row.cells().get(geo), value);
      }
    }
    return population;
  }
}
