package org.deepcausalmmm.data.shape;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.NameList;
import org.deepcausalmmm.data.QuotedText;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.Table.Row;
import org.deepcausalmmm.data.table.TotalRows;

/** The regions of a table: totals, regions without an outcome, and regions without population. */
final class Regions {
  /** Rounding of each region to whole units moves a total by less. */
  private static final double SAME = 1e-3;

  private static final int LEAST_WEEKS = 10;

  private final Table table;
  private final DataConfig roles;
  private final List<Finding> findings;
  private final int geo;
  private final Map<String, Map<String, Double>> outcome = new LinkedHashMap<>();

  private Regions(Table table, DataConfig roles, List<Finding> findings, int geo) {
    this.table = table;
    this.roles = roles;
    this.findings = findings;
    this.geo = geo;
    int time = table.index(roles.time());
    int kpi = table.index(roles.outcome());
    for (Row row : table.rows()) {
      if (row.cells().get(geo).isEmpty()) {
        continue;
      }
      double value = table.number(row, kpi);
      outcome
          .computeIfAbsent(row.cells().get(geo), r -> new LinkedHashMap<>())
          .merge(row.cells().get(time), Double.isNaN(value) ? 0 : value, Double::sum);
    }
  }

  static Table clean(Table given, DataConfig roles, List<Finding> findings) {
    if (roles.geo() == null) {
      return given;
    }
    Table table = RegionSpellings.unify(given, roles, findings);
    Regions regions = new Regions(table, roles, findings, table.index(roles.geo()));
    Set<String> dropped = new HashSet<>(regions.totals());
    dropped.addAll(regions.withoutOutcome(dropped));
    dropped.addAll(regions.withoutPopulation(dropped));
    if (dropped.isEmpty()) {
      return table;
    }
    return table.withRows(
        table.rows().stream()
            .filter(row -> !dropped.contains(row.cells().get(regions.geo)))
            .toList());
  }

  /** Returns the regions that hold the sum of all others. */
  private Set<String> totals() {
    Set<String> totals = new HashSet<>();
    for (String region : outcome.keySet()) {
      boolean named = TotalRows.names(region);
      boolean sum = outcome.size() > 2 && isSum(region);
      if (named && !sum && outcome.size() > 2) {
        throw DataCode.SHAPE_UNCLEAR.error(
            "%s: region '%s' is named like a total, but is not the sum of the others."
                .formatted(table.source(), QuotedText.of(region)),
            "Remove its rows if it is a total, or rename it.");
      }
      if (sum) {
        totals.add(region);
        findings.add(
            DataCode.TOTAL_ROW.warning(
                "Region '%s' is the sum of all other regions.".formatted(QuotedText.of(region)),
                "It was left out: its outcome would count twice."));
        break;
      }
    }
    return totals;
  }

  private boolean isSum(String region) {
    Map<String, Double> own = outcome.getOrDefault(region, Map.of());
    int positive = 0;
    for (Map.Entry<String, Double> week : own.entrySet()) {
      double others = 0;
      for (Map.Entry<String, Map<String, Double>> other : outcome.entrySet()) {
        others +=
            other.getKey().equals(region) ? 0 : other.getValue().getOrDefault(week.getKey(), 0.0);
      }
      if (Math.abs(others - week.getValue()) > SAME * Math.abs(week.getValue())) {
        return false;
      }
      positive += week.getValue() > 0 ? 1 : 0;
    }
    return positive >= LEAST_WEEKS;
  }

  private Set<String> withoutOutcome(Set<String> dropped) {
    Set<String> empty = new HashSet<>();
    outcome.forEach(
        (region, weeks) -> {
          if (!dropped.contains(region) && weeks.values().stream().allMatch(v -> v == 0)) {
            empty.add(region);
          }
        });
    if (empty.isEmpty() || empty.size() + dropped.size() == outcome.size()) {
      return Set.of();
    }
    findings.add(
        DataCode.REGION_DROPPED.warning(
            "Regions without any '%s': %s."
                .formatted(QuotedText.of(roles.outcome()), NameList.quoted(sorted(empty))),
            "They were left out: nothing in them can be explained."));
    return empty;
  }

  private Set<String> withoutPopulation(Set<String> dropped) {
    String column = roles.population();
    if (column == null) {
      return Set.of();
    }
    int population = table.index(column);
    Set<String> known = new HashSet<>();
    for (Row row : table.rows()) {
      if (table.number(row, population) > 0) {
        known.add(row.cells().get(geo));
      }
    }
    Set<String> without = new HashSet<>(outcome.keySet());
    without.removeAll(known);
    without.removeAll(dropped);
    if (without.isEmpty() || known.isEmpty()) {
      return Set.of();
    }
    findings.add(
        DataCode.REGION_DROPPED.warning(
            "Regions without a population above 0: %s.".formatted(NameList.quoted(sorted(without))),
            "They were left out; fill column '%s' to keep them.".formatted(QuotedText.of(column))));
    return without;
  }

  private static List<String> sorted(Set<String> names) {
    return new ArrayList<>(new java.util.TreeSet<>(names));
  }
}
