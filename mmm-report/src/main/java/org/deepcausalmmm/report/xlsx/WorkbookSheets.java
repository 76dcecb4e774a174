package org.deepcausalmmm.report.xlsx;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.HyperLink;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The sheets of a workbook: typed columns, a fixed header and a filter on each. */
final class WorkbookSheets {
  /** The rows that a sheet of the format can hold, less the header. */
  private static final int MOST_ROWS = 1_048_575;

  private static final String HEADER_FILL = "E8EEF3";
  private final Workbook workbook;

  WorkbookSheets(Workbook workbook) {
    this.workbook = workbook;
  }

  void write(String outcome, List<Sheet> sheets) {
    contents(outcome, sheets);
    sheets.forEach(this::table);
  }

  private void contents(String outcome, List<Sheet> sheets) {
    Worksheet contents = workbook.newWorksheet("contents");
    contents.value(0, 0, Sheet.neutral("Marketing-mix results: " + outcome));
    contents.style(0, 0).bold().fontSize(14).set();
    contents.value(
        1, 0, "Columns ending in _lower and _upper bound the central 90% credible interval.");
    header(contents, 3, List.of("sheet", "content", "rows"));
    int row = 4;
    for (Sheet sheet : sheets) {
      contents.hyperlink(row, 0, HyperLink.internal("'" + sheet.name() + "'!A1", sheet.name()));
      contents.value(row, 1, sheet.content());
      contents.value(row, 2, sheet.rows().size());
      if (sheet.rows().size() > MOST_ROWS) {
        contents.value(row, 3, "cut at the largest sheet; the CSV file has all rows");
      }
      row++;
    }
    contents.width(0, 24);
    contents.width(1, 60);
    contents.width(2, 12);
  }

  private static void header(Worksheet sheet, int row, List<String> names) {
    for (int c = 0; c < names.size(); c++) {
      sheet.value(row, c, Sheet.neutral(names.get(c)));
    }
    sheet.range(row, 0, row, names.size() - 1).style().bold().fillColor(HEADER_FILL).set();
  }

  private void table(Sheet table) {
    Worksheet sheet = workbook.newWorksheet(table.name());
    int rows = Math.min(MOST_ROWS, table.rows().size());
    header(sheet, 0, table.header());
    for (int c = 0; c < table.header().size(); c++) {
      column(sheet, table, c, rows);
    }
    sheet.freezePane(0, 1);
    sheet.setAutoFilter(0, 0, rows, table.header().size() - 1);
  }

  private static void column(Worksheet sheet, Sheet table, int column, int rows) {
    Sheet.Type type = table.type(column);
    int width = table.header().get(column).length();
    for (int r = 0; r < rows; r++) {
      String cell = table.rows().get(r).get(column);
      width = Math.max(width, type == Sheet.Type.TEXT ? cell.length() : 10);
      if (!cell.isEmpty()) {
        value(sheet, r + 1, column, cell, type);
      }
    }
    sheet.width(column, Math.min(80, width + 4));
    if (rows > 0) {
      format(sheet, column, rows, type, largest(table, column, type));
    }
  }

  private static void value(Worksheet sheet, int row, int column, String cell, Sheet.Type type) {
    switch (type) {
      case NUMBER, SHARE -> sheet.value(row, column, Sheet.number(cell));
      case DATE -> sheet.value(row, column, Objects.requireNonNull((LocalDate) Sheet.date(cell)));
      case TEXT -> sheet.value(row, column, Sheet.neutral(cell));
    }
  }

  private static double largest(Sheet table, int column, Sheet.Type type) {
    return type != Sheet.Type.NUMBER
        ? 0
        : table.rows().stream()
            .map(row -> Sheet.number(row.get(column)))
            .filter(Objects::nonNull)
            .mapToDouble(Math::abs)
            .max()
            .orElse(0);
  }

  private static void format(
      Worksheet sheet, int column, int rows, Sheet.Type type, double largest) {
    switch (type) {
      case DATE -> sheet.range(1, column, rows, column).style().format("yyyy-mm-dd").set();
      case SHARE -> sheet.range(1, column, rows, column).style().format("0.0%").set();
      case NUMBER ->
          sheet
              .range(1, column, rows, column)
              .style()
              .format(largest >= 1000 ? "#,##0" : "0.0000")
              .set();
      case TEXT -> {}
    }
  }
}
