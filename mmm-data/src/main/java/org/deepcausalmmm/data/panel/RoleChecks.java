package org.deepcausalmmm.data.panel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.NameList;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.config.DataConfig.ChannelColumns;
import org.deepcausalmmm.data.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * The check that roles fit a table: every column exists and plays one role, every name is unique.
 */
final class RoleChecks {
  private final Table table;
  private final Map<String, String> roleByColumn = new LinkedHashMap<>();

  private final Set<String> grouped;

  private RoleChecks(Table table, Set<String> grouped) {
    this.table = table;
    this.grouped = grouped;
  }

  static void check(Table table, DataConfig roles) {
    RoleChecks checks = new RoleChecks(table, roles.preparation().groups().keySet());
    checks.claim(roles.geo(), "geo");
    checks.claim(roles.time(), "time");
    checks.claim(roles.outcome(), "outcome");
    checks.claim(roles.revenuePerKpi(), "revenue_per_kpi");
    checks.claim(roles.facts().revenue(), "revenue");
    checks.claim(roles.population(), "population");
    List<ChannelColumns> channels = new ArrayList<>(roles.channels());
    channels.addAll(roles.organic());
    if (channels.isEmpty()) {
      throw DataCode.ROLES_UNKNOWN.error(
          "No channel is named for %s.".formatted(table.source()),
          "Name at least one at data.channels or data.organic.");
    }
    Set<String> names = new HashSet<>();
    for (ChannelColumns channel : channels) {
      if (!names.add(channel.name())) {
        throw DataCode.NAME_TWICE.error(
            "Two channels are named '%s'.".formatted(channel.name()), "Rename one of them.");
      }
      checks.claim(channel.spend(), "spend of " + channel.name());
      if (!java.util.Objects.equals(channel.spend(), channel.exposure())) {
        checks.claim(channel.exposure(), "exposure of " + channel.name());
      }
      checks.claim(channel.reach(), "reach of " + channel.name());
      checks.claim(channel.frequency(), "frequency of " + channel.name());
    }
    roles.controls().forEach(control -> checks.claim(control, "control"));
    roles.others().treatments().forEach(column -> checks.claim(column, "treatment"));
  }

  /**
   * Returns a warning of columns whose names differ only in case or blanks; null if there are none.
   */
  static @Nullable Finding alike(Table table) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (String column : table.header()) {
      String plain = column.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
      names.computeIfAbsent(plain, p -> new ArrayList<>()).add(column);
    }
    List<String> alike =
        names.values().stream().filter(n -> n.size() > 1).flatMap(List::stream).toList();
    return alike.isEmpty()
        ? null
        : DataCode.NAMES_ALIKE.warning(
            "Names of columns differ in case or blanks only: %s.".formatted(NameList.quoted(alike)),
            "Check that the right one has each role, and rename the others.");
  }

  private void claim(@Nullable String column, String role) {
    if (column == null) {
      return;
    }
    if (!grouped.contains(column)) {
      table.index(column);
    }
    String before = roleByColumn.put(column, role);
    if (before != null) {
      throw DataCode.COLUMN_TWICE.error(
          "Column '%s' of %s plays two roles: %s and %s."
              .formatted(column, table.source(), before, role),
          "Give each column one role.");
    }
  }
}
