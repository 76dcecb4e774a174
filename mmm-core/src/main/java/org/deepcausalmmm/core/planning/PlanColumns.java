package org.deepcausalmmm.core.planning;

import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.api.NearestName;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.Table.Row;
import org.jspecify.annotations.Nullable;

/** The columns and names of a plan, resolved to channels, controls and regions of a panel. */
record PlanColumns(Table table, Panel panel, DataConfig roles) {

  /** Returns the index of a column, found by its name or by the column of the data; -1 if none. */
  int index(String name, @Nullable String role) {
    return table.has(name)
        ? table.index(name)
        : role != null && table.has(role) ? table.index(role) : -1;
  }

  /** Returns whether a name is that of a channel, a control or a column of spend. */
  boolean isOfModel(String name) {
    return panel.channelNames().contains(name)
        || control(name) >= 0
        || roles.channels().stream().anyMatch(c -> name.equals(c.spend()));
  }

  /** Returns the index of a control; -1 if there is none of that name. */
  int control(String name) {
    return panel.controls().stream().map(Panel.Control::name).toList().indexOf(name);
  }

  /**
   * Returns the index of a channel, found by its name or by the column of its spend.
   *
   * @param where the line of the plan, or its header
   */
  int channel(String text, String where) {
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

  /** Returns the index of the region that a row names. */
  int region(Row row, int column) {
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

  /** Returns the amount of a channel in a cell, at least 0. */
  double amount(Row row, int column) {
    double value = table.number(row, column);
    if (Double.isNaN(value) || value < 0) {
      throw badAmount(
          row,
          column,
          Double.isNaN(value)
              ? "nothing is planned"
              : "the amount " + row.cells().get(column) + " is negative",
          "Write 0 where nothing is spent.");
    }
    return value;
  }

  /** Returns the value of a control in a cell. */
  double controlValue(Row row, int column) {
    double value = table.number(row, column);
    if (Double.isNaN(value)) {
      throw badAmount(row, column, "nothing is planned", "Write the value that you expect.");
    }
    return value;
  }

  private org.deepcausalmmm.api.MmmException badAmount(
      Row row, int column, String what, String advice) {
    return PlanCode.BAD_AMOUNT.error(
        "%s, line %d, column '%s': %s."
            .formatted(table.source(), row.line(), table.header().get(column), what),
        advice);
  }
}
