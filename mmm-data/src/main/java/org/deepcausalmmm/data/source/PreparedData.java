package org.deepcausalmmm.data.source;

import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.config.DataConfig.ChannelColumns;
import org.deepcausalmmm.data.roles.DetectedRoles;
import org.deepcausalmmm.data.shape.TidyTable;
import org.deepcausalmmm.data.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * A table with the roles of its columns, as it was read and in the shape of a panel.
 *
 * @param table as it was read
 * @param configuration names the columns of the table that was read
 * @param tidy one row for each region and week
 * @param detected the roles as they were detected; null if they were given
 */
public record PreparedData(
    Table table, Configuration configuration, TidyTable tidy, @Nullable DetectedRoles detected) {

  /** Returns the configuration of the tidy table, whose columns may have other names. */
  public Configuration tidyConfiguration() {
    return new Configuration(tidy.roles(), configuration.model(), configuration.fit());
  }

  /** Returns what was found when roles were detected. */
  public List<Finding> roleFindings() {
    return detected == null ? List.of() : new ArrayList<>(detected.findings());
  }

  /** Returns the columns of the tidy table that have a role, in its order. */
  public List<String> tidyColumns() {
    DataConfig roles = tidy.roles();
    List<@Nullable String> used = new ArrayList<>();
    used.add(roles.geo());
    used.add(roles.time());
    used.add(roles.outcome());
    used.add(roles.revenuePerKpi());
    used.add(roles.facts().revenue());
    used.add(roles.population());
    for (List<ChannelColumns> channels : List.of(roles.channels(), roles.organic())) {
      for (ChannelColumns channel : channels) {
        used.add(channel.spend());
        used.add(channel.exposure());
        used.add(channel.reach());
        used.add(channel.frequency());
      }
    }
    used.addAll(roles.controls());
    used.addAll(roles.others().treatments());
    return tidy.table().header().stream().filter(used::contains).toList();
  }

  /** Returns a copy with another configuration of the same roles. */
  public PreparedData withConfiguration(Configuration other) {
    return new PreparedData(table, other, tidy, detected);
  }
}
