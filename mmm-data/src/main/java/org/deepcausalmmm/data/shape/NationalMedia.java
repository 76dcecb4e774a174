package org.deepcausalmmm.data.shape;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.QuotedText;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.config.DataConfig.ChannelColumns;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.Table.Row;
import org.jspecify.annotations.Nullable;

/**
 * Media that are known nationally only. An amount that is repeated in every region would count once
 * for each of them, so it is spread by population. The channel is marked, because regions tell
 * nothing of differences in its effect.
 */
final class NationalMedia {
  private final Table table;
  private final DataConfig roles;
  private final List<Finding> findings;
  private final RepeatedAmounts amounts;
  private final Set<Integer> spread = new HashSet<>();

  private NationalMedia(Table table, DataConfig roles, List<Finding> findings, int geo) {
    this.table = table;
    this.roles = roles;
    this.findings = findings;
    amounts = new RepeatedAmounts(table, table.index(roles.time()), geo, population());
  }

  /** Returns the table with national media spread, and the roles with their channels marked. */
  static TidyTable spread(Table table, DataConfig roles, List<Finding> findings) {
    if (roles.geo() == null) {
      return new TidyTable(table, roles, List.of());
    }
    NationalMedia national = new NationalMedia(table, roles, findings, table.index(roles.geo()));
    DataConfig marked =
        roles.withChannels(
            roles.channels().stream().map(national::marked).toList(),
            roles.organic().stream().map(national::marked).toList());
    return new TidyTable(national.spreadTable(), marked, List.of());
  }

  /** Returns the columns whose amounts are sums: a frequency is none. */
  private List<String> columns(ChannelColumns channel) {
    return Stream.of(channel.spend(), channel.exposure(), channel.reach())
        .filter(column -> column != null && !column.isEmpty())
        .map(String::valueOf)
        .toList();
  }

  private ChannelColumns marked(ChannelColumns channel) {
    List<String> repeated =
        columns(channel).stream()
            .filter(column -> amounts.repeated(table.index(column), channel.national()))
            .toList();
    repeated.forEach(column -> spread.add(table.index(column)));
    String driver = driver(channel);
    boolean national = channel.national() || repeated.contains(driver);
    if (!repeated.isEmpty()) {
      findings.add(
          DataCode.MEDIA_SPREAD.warning(
              "%s of channel '%s' is the same in all regions every week."
                  .formatted(
                      repeated.contains(channel.spend()) ? "Spend" : "Exposure",
                      QuotedText.of(channel.name())),
              national
                  ? "It was taken as national and spread by population; its effect is assumed to be"
                      + " the same in all regions."
                  : "It was taken as national and spread by population."));
    } else if (!national && amounts.perHead(table.index(driver))) {
      national = true;
      findings.add(
          DataCode.MEDIA_SPREAD.warning(
              "Channel '%s' has the same amount per head in all regions every week."
                  .formatted(QuotedText.of(channel.name())),
              "It was taken as national, spread by population before; its effect is assumed to be the"
                  + " same in all regions."));
    }
    return national ? channel.spreadByPopulation() : channel;
  }

  /** Returns the column that the effect follows from. */
  private static String driver(ChannelColumns channel) {
    String reach = channel.reach();
    String exposure = reach == null ? channel.exposure() : reach;
    String driver = exposure == null ? channel.spend() : exposure;
    if (driver == null) {
      throw new IllegalArgumentException("Channel " + channel.name() + " has no column.");
    }
    return driver;
  }

  private Table spreadTable() {
    if (spread.isEmpty()) {
      return table;
    }
    Map<String, Double> population = amounts.population();
    if (population.isEmpty()) {
      throw DataCode.SHAPE_UNCLEAR.error(
          "%s: column '%s' holds the same amount in all regions every week, as national media do."
              .formatted(
                  table.source(), QuotedText.of(table.header().get(spread.iterator().next()))),
          "Add a column 'population', by which it can be spread, or divide it over the regions.");
    }
    double all = population.values().stream().mapToDouble(Double::doubleValue).sum();
    int geo = table.index(java.util.Objects.requireNonNull(roles.geo()));
    List<Row> rows = new ArrayList<>(table.rows().size());
    for (Row row : table.rows()) {
      List<String> cells = new ArrayList<>(row.cells());
      double share = population.getOrDefault(row.cells().get(geo), 0.0) / all;
      for (int column : spread) {
        double value = table.number(row, column);
        cells.set(column, Double.isNaN(value) ? "" : Cells.text(value * share));
      }
      rows.add(new Row(row.line(), cells));
    }
    return table.withRows(rows);
  }

  private Map<String, Double> population() {
    Map<String, Double> population = new LinkedHashMap<>();
    @Nullable String column = roles.population();
    if (column == null || roles.geo() == null) {
      return population;
    }
    int index = table.index(column);
    int geo = table.index(roles.geo());
    for (Row row : table.rows()) {
      double value = table.number(row, index);
      if (value > 0) {
        population.putIfAbsent(row.cells().get(geo), value);
      }
    }
    return population;
  }
}
