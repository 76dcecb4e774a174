package org.deepcausalmmm.data.shape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.NameList;
import org.deepcausalmmm.data.QuotedText;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.Table.Row;
import org.deepcausalmmm.data.table.TimeNames;

/**
 * Regions whose names differ in case, accents or blanks only: one region, where no week has two of
 * the spellings.
 */
final class RegionSpellings {
  private RegionSpellings() {}

  static Table unify(Table table, DataConfig roles, List<Finding> findings) {
    int geo = table.index(java.util.Objects.requireNonNull(roles.geo()));
    int time = table.index(roles.time());
    Map<String, Map<String, Integer>> spellings = new LinkedHashMap<>();
    Map<String, Set<String>> weeks = new HashMap<>();
    Set<String> overlapping = new HashSet<>();
    for (Row row : table.rows()) {
      String name = row.cells().get(geo);
      String plain = plain(name);
      spellings.computeIfAbsent(plain, p -> new LinkedHashMap<>()).merge(name, 1, Integer::sum);
      if (!weeks.computeIfAbsent(plain, p -> new HashSet<>()).add(row.cells().get(time))) {
        overlapping.add(plain);
      }
    }
    Map<String, String> renamed = new HashMap<>();
    spellings.forEach(
        (plain, names) -> {
          if (names.size() > 1) {
            report(table, List.copyOf(names.keySet()), overlapping.contains(plain), findings);
            String usual =
                names.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
            if (!overlapping.contains(plain)) {
              names.keySet().forEach(name -> renamed.put(name, usual));
            }
          }
        });
    return renamed.isEmpty() ? table : renamed(table, geo, renamed);
  }

  /** Returns a name without case, accents and blanks. */
  static String plain(String name) {
    return TimeNames.folded(name).toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
  }

  private static void report(
      Table table, List<String> names, boolean overlapping, List<Finding> findings) {
    findings.add(
        DataCode.NAMES_ALIKE.warning(
            "%s: names of regions differ only in case, accents or spaces: %s."
                .formatted(QuotedText.of(table.source()), NameList.quoted(names)),
            overlapping
                ? "They share weeks, so they were kept apart; rename them if they are one region."
                : "They share no week, so they were taken as one region."));
  }

  private static Table renamed(Table table, int geo, Map<String, String> names) {
    List<Row> rows = new ArrayList<>(table.rows().size());
    for (Row row : table.rows()) {
      String name = row.cells().get(geo);
      String usual = names.getOrDefault(name, name);
      if (usual.equals(name)) {
        rows.add(row);
      } else {
        List<String> cells = new ArrayList<>(row.cells());
        cells.set(geo, usual);
        rows.add(new Row(row.line(), cells));
      }
    }
    return table.withRows(rows);
  }
}
