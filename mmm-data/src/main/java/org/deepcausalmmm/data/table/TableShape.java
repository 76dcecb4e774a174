package org.deepcausalmmm.data.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.QuotedText;
import org.deepcausalmmm.data.table.Table.Row;

/** The rectangle of named columns in the rows of a file. */
final class TableShape {
  private final String source;
  private final List<Finding> notes;

  /** Creates a step that adds what it finds to some notes. */
  TableShape(String source, List<Finding> notes) {
    this.source = source;
    this.notes = notes;
  }

  /** Returns the table under the header, columns without a name left out. */
  Table of(CompactRows all) {
    int first = titleRows(all);
    List<Row> rows = all.subList(first, all.size());
    Row header = rows.get(0);
    if (rows.size() == 1) {
      throw DataCode.FILE_EMPTY.error(
          "%s has a header and no rows.".formatted(source), FileText.EXPORT);
    }
    SecondHeading.refuse(source, rows);
    List<Integer> kept = named(header);
    int width = header.cells().size();
    int last = lastRow(rows, width);
    for (int i = 1; i <= last; i++) {
      if (all.width(first + i) != width) {
        checkWidth(width, rows.get(i));
      }
    }
    return new Table(
        source,
        kept.stream().map(header.cells()::get).toList(),
        all.slice(first + 1, first + last + 1, kept),
        List.of());
  }

  /** Returns how many lines above the header hold a title: one cell, and wider rows below. */
  private int titleRows(List<Row> rows) {
    int first = 0;
    while (first < Math.min(10, rows.size() - 2)
        && filled(rows.get(first)) == 1
        && filled(rows.get(first + 1)) <= filled(rows.get(first + 2))
        && rows.get(rows.size() - 1).cells().size() > 2) {
      first++;
    }
    if (first > 0) {
      notes.add(
          DataCode.FILE_NOTE.note(
              "Line %d of %s holds a title, '%s'."
                  .formatted(
                      rows.get(0).line(),
                      source,
                      QuotedText.of(String.join(" ", rows.get(0).cells()).strip())),
              "The header was taken from line %d.".formatted(rows.get(first).line())));
    }
    return first;
  }

  private static long filled(Row row) {
    return row.cells().stream().filter(cell -> !cell.isEmpty()).count();
  }

  /** Returns the last row that is no remark below the table. */
  private int lastRow(List<Row> rows, int width) {
    int last = rows.size() - 1;
    while (last > 1 && width > 2 && remark(rows.get(last))) {
      last--;
    }
    if (last < rows.size() - 1) {
      Row remark = rows.get(last + 1);
      notes.add(
          DataCode.TOTAL_ROW.warning(
              "%s, line %d holds a remark and no data: '%s'."
                  .formatted(
                      source,
                      remark.line(),
                      QuotedText.of(String.join(" ", remark.cells()).strip())),
              "It was left out, and all lines after it."));
    }
    return last;
  }

  private static boolean remark(Row row) {
    if (filled(row) != 1) {
      return false;
    }
    String text = row.cells().stream().filter(cell -> !cell.isEmpty()).findFirst().orElse("");
    return NumberToken.of(text) == null
        && !TotalRows.names(text)
        && text.chars().filter(Character::isLetter).count() > 3
        && DateForm.ISO.parse(DateForm.dateOnly(text)) == null;
  }

  /** Returns the positions of the columns that have a name. */
  private List<Integer> named(Row header) {
    List<Integer> kept = new ArrayList<>();
    Map<String, Integer> seen = new LinkedHashMap<>();
    for (int i = 0; i < header.cells().size(); i++) {
      String name = header.cells().get(i);
      if (name.isEmpty()) {
        notes.add(
            DataCode.FILE_NOTE.note(
                "Column %d of %s has no name.".formatted(i + 1, source),
                "It was left out; give it a name if it holds data."));
        continue;
      }
      Integer before = seen.put(name, i);
      if (before != null) {
        throw DataCode.DUPLICATE_HEADER.error(
            "%s, line %d: columns %d and %d are both named '%s'."
                .formatted(source, header.line(), before + 1, i + 1, QuotedText.of(name)),
            "Rename or remove one of them.");
      }
      kept.add(i);
    }
    if (kept.isEmpty()) {
      throw DataCode.NOT_CSV.error(
          "%s, line %d: no column has a name.".formatted(source, header.line()), FileText.EXPORT);
    }
    return kept;
  }

  private void checkWidth(int width, Row row) {
    List<String> cells = row.cells();
    boolean tooWide =
        cells.size() > width
            && !cells.subList(width, cells.size()).stream().allMatch(String::isEmpty);
    if (cells.size() < width || tooWide) {
      throw DataCode.RAGGED_ROW.error(
          "%s, line %d has %d cells, the header has %d."
              .formatted(source, row.line(), cells.size(), width),
          "Look for a missing or additional separator, such as a thousands mark outside"
              + " quotation marks.");
    }
  }
}
