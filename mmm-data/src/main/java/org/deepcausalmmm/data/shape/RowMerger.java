package org.deepcausalmmm.data.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.config.DataConfig.ChannelColumns;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.Table.Row;
import org.jspecify.annotations.Nullable;

/**
 * The rule by which several rows become one: flows (spend, exposure, reach, outcome) are added up,
 * stocks (controls, prices, population) averaged, and frequency averaged over the people reached.
 *
 * <p>An outcome that is unknown in one of the rows is unknown in all; unknown spend counts as 0
 * unless it is unknown in every row.
 */
final class RowMerger {
  private enum Rule {
    FIRST,
    SUM,
    SUM_IF_ALL_KNOWN,
    MEAN
  }

  private final Table table;
  private final Rule[] rules;

  /** By column of a frequency, the column of its reach; -1 for all others. */
  private final int[] reach;

  RowMerger(Table table, DataConfig roles) {
    this.table = table;
    rules = new Rule[table.header().size()];
    reach = new int[rules.length];
    Arrays.fill(rules, Rule.FIRST);
    Arrays.fill(reach, -1);
    set(roles.outcome(), Rule.SUM_IF_ALL_KNOWN);
    set(roles.facts().revenue(), Rule.SUM_IF_ALL_KNOWN);
    set(roles.revenuePerKpi(), Rule.MEAN);
    set(roles.population(), Rule.MEAN);
    roles.controls().forEach(column -> set(column, Rule.MEAN));
    roles.others().treatments().forEach(column -> set(column, Rule.MEAN));
    roles.channels().forEach(this::channel);
    roles.organic().forEach(this::channel);
  }

  private void channel(ChannelColumns channel) {
    set(channel.spend(), Rule.SUM);
    set(channel.exposure(), Rule.SUM);
    set(channel.reach(), Rule.SUM);
    if (channel.frequency() != null && channel.reach() != null) {
      reach[table.index(channel.frequency())] = table.index(channel.reach());
    }
  }

  private void set(@Nullable String column, Rule rule) {
    if (column != null) {
      rules[table.index(column)] = rule;
    }
  }

  /**
   * Merges rows.
   *
   * @param rows at least one
   * @param complete whether no row is missing; otherwise the outcome is unknown
   */
  Row merge(List<Row> rows, boolean complete) {
    List<String> cells = new ArrayList<>(rules.length);
    for (int c = 0; c < rules.length; c++) {
      cells.add(reach[c] >= 0 ? frequency(rows, c) : cell(rows, c, complete));
    }
    return new Row(rows.get(0).line(), cells);
  }

  private String cell(List<Row> rows, int column, boolean complete) {
    if (rules[column] == Rule.FIRST) {
      return rows.get(0).cells().get(column);
    }
    double sum = 0;
    int known = 0;
    for (Row row : rows) {
      double value = table.number(row, column);
      sum += Double.isNaN(value) ? 0 : value;
      known += Double.isNaN(value) ? 0 : 1;
    }
    boolean all = known == rows.size() && complete;
    if (known == 0 || (rules[column] == Rule.SUM_IF_ALL_KNOWN && !all)) {
      return "";
    }
    return Cells.text(rules[column] == Rule.MEAN ? sum / known : sum);
  }

  private String frequency(List<Row> rows, int column) {
    double contacts = 0;
    double people = 0;
    for (Row row : rows) {
      double frequency = table.number(row, column);
      double reached = table.number(row, reach[column]);
      if (!Double.isNaN(frequency) && !Double.isNaN(reached)) {
        contacts += frequency * reached;
        people += reached;
      }
    }
    return Cells.text(people > 0 ? contacts / people : 0);
  }
}
