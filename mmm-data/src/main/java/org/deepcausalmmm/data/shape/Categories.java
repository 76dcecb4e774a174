package org.deepcausalmmm.data.shape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.NameList;
import org.deepcausalmmm.data.QuotedText;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.config.DataConfig.OtherColumns;
import org.deepcausalmmm.data.table.NumberText;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.Table.Row;

/** Controls that hold texts, coded as a column of 0 and 1 for each level but the most frequent. */
final class Categories {
  /** More levels than this use up the weeks of a panel. */
  private static final int MOST_LEVELS = 20;

  private static final String NONE = "(none)";

  private Categories() {}

  static TidyTable code(Table table, DataConfig roles, List<Finding> findings) {
    Table coded = table;
    List<String> controls = new ArrayList<>();
    for (String control : roles.controls()) {
      int column = table.index(control);
      if (isText(table, column)) {
        List<String> levels = levels(table, column);
        coded = withLevels(coded, control, levels);
        levels.subList(1, levels.size()).forEach(level -> controls.add(control + "=" + level));
        findings.add(
            DataCode.CATEGORY_CODED.note(
                "Control '%s' holds texts.".formatted(QuotedText.of(control)),
                "Each of %s became a column of 0 and 1, against %s."
                    .formatted(
                        NameList.quoted(levels.subList(1, levels.size())),
                        levels.get(0).equals(NONE)
                            ? "empty cells"
                            : "'" + QuotedText.of(levels.get(0)) + "'")));
      } else {
        controls.add(control);
      }
    }
    OtherColumns others = roles.others().withControls(controls);
    return new TidyTable(
        coded,
        new DataConfig(
            roles.geo(),
            roles.time(),
            roles.outcome(),
            roles.facts(),
            roles.channels(),
            roles.organic(),
            others,
            roles.preparation()),
        List.of());
  }

  /** Returns whether no cell is a number and some cell is a text. */
  private static boolean isText(Table table, int column) {
    boolean text = false;
    for (Row row : table.rows()) {
      String cell = row.cells().get(column);
      if (NumberText.isPlain(cell)) {
        return false;
      }
      text |= !NumberText.isEmpty(cell);
    }
    return text && !table.unreadable().containsKey(table.header().get(column));
  }

  /** Returns the levels, the most frequent first, the others in the order of the alphabet. */
  private static List<String> levels(Table table, int column) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Row row : table.rows()) {
      counts.merge(level(row, column), 1, Integer::sum);
    }
    if (counts.size() > MOST_LEVELS) {
      throw DataCode.NOT_A_NUMBER.error(
          "Column '%s' of %s holds %d different texts; a control may have %d."
              .formatted(
                  QuotedText.of(table.header().get(column)),
                  table.source(),
                  counts.size(),
                  MOST_LEVELS),
          "Group its texts, or leave it out of the controls.");
    }
    List<String> levels = new ArrayList<>(counts.keySet());
    levels.sort(Comparator.naturalOrder());
    String reference = levels.get(0);
    for (String level : levels) {
      reference =
          counts.getOrDefault(level, 0) > counts.getOrDefault(reference, 0) ? level : reference;
    }
    levels.remove(reference);
    levels.add(0, reference);
    return levels;
  }

  private static String level(Row row, int column) {
    String cell = row.cells().get(column);
    return NumberText.isEmpty(cell) ? NONE : cell;
  }

  private static Table withLevels(Table table, String control, List<String> levels) {
    int column = table.index(control);
    List<String> header = new ArrayList<>(table.header());
    levels.subList(1, levels.size()).forEach(level -> header.add(control + "=" + level));
    List<Row> rows = new ArrayList<>(table.rows().size());
    for (Row row : table.rows()) {
      List<String> cells = new ArrayList<>(row.cells());
      String own = level(row, column);
      levels.subList(1, levels.size()).forEach(level -> cells.add(level.equals(own) ? "1" : "0"));
      rows.add(new Row(row.line(), cells));
    }
    return table.with(header, rows);
  }
}
