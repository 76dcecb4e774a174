package org.deepcausalmmm.data.shape;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.deepcausalmmm.data.TreatmentBaseline;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.config.DataConfig.ChannelColumns;
import org.deepcausalmmm.data.config.DataConfig.FactColumns;
import org.deepcausalmmm.data.config.DataConfig.OtherColumns;
import org.deepcausalmmm.data.config.DataPreparation;
import org.jspecify.annotations.Nullable;

/** Roles of a table whose columns got other names. */
final class RenamedRoles {
  private final UnaryOperator<String> name;

  private RenamedRoles(UnaryOperator<String> name) {
    this.name = name;
  }

  /**
   * Returns the roles under other names.
   *
   * @param name the new name of a column
   */
  static DataConfig of(DataConfig roles, UnaryOperator<String> name) {
    return new RenamedRoles(name).of(roles);
  }

  /** Returns the columns that play a role, or are part of a group. */
  static Set<String> columns(DataConfig roles) {
    Set<String> columns = new HashSet<>();
    of(
        roles,
        column -> {
          columns.add(column);
          return column;
        });
    return columns;
  }

  private DataConfig of(DataConfig roles) {
    FactColumns facts = roles.facts();
    return new DataConfig(
        orNull(roles.geo()),
        name.apply(roles.time()),
        name.apply(roles.outcome()),
        new FactColumns(
            orNull(facts.revenuePerKpi()), orNull(facts.revenue()), orNull(facts.population())),
        roles.channels().stream().map(this::channel).toList(),
        roles.organic().stream().map(this::channel).toList(),
        others(roles.others()),
        preparation(roles.preparation()));
  }

  private @Nullable String orNull(@Nullable String column) {
    return column == null ? null : name.apply(column);
  }

  private ChannelColumns channel(ChannelColumns channel) {
    return new ChannelColumns(
        channel.name(),
        orNull(channel.spend()),
        orNull(channel.exposure()),
        orNull(channel.reach()),
        orNull(channel.frequency()),
        channel.role(),
        channel.national());
  }

  private OtherColumns others(OtherColumns others) {
    Map<String, TreatmentBaseline> baselines = new HashMap<>();
    others.baselines().forEach((column, level) -> baselines.put(name.apply(column), level));
    return new OtherColumns(
        names(others.controls()), names(others.treatments()), others.ignored(), baselines);
  }

  private List<String> names(List<String> columns) {
    return columns.stream().map(name).toList();
  }

  private DataPreparation preparation(DataPreparation preparation) {
    Map<String, List<String>> groups = new TreeMap<>();
    preparation.groups().forEach((group, columns) -> groups.put(group, names(columns)));
    return preparation.withGroups(groups);
  }
}
