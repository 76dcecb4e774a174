package org.deepcausalmmm.data.table;

import java.util.List;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.QuotedText;
import org.jspecify.annotations.Nullable;

/**
 * The decision which mark is the decimal one in a column: what its own cells can only mean, else
 * what the other columns of the table do, else what the separator of the cells suggests.
 */
final class DecimalMarks {
  private final boolean tablePoint;
  private final boolean tableComma;
  private final boolean pointsExpected;
  private final @Nullable Character declared;

  /** Collects the evidence of all columns that hold nothing but numbers. */
  DecimalMarks(List<NumberColumn> columns, boolean pointsExpected, @Nullable Character declared) {
    this.tablePoint = columns.stream().anyMatch(NumberColumn::surePoint);
    this.tableComma = columns.stream().anyMatch(NumberColumn::sureComma);
    this.pointsExpected = pointsExpected;
    this.declared = declared;
  }

  /** Returns the form of a column's numbers; null if they can mean two things. */
  @Nullable NumberForm form(NumberColumn column) {
    if (column.surePoint() && column.sureComma()) {
      return null;
    }
    if (column.surePoint() || column.sureComma()) {
      return new NumberForm(column.surePoint() ? '.' : ',');
    }
    if (column.settled()) {
      return new NumberForm('.');
    }
    if (declared != null) {
      return new NumberForm(declared);
    }
    boolean points = column.has(NumberMarks.EITHER_POINT);
    if (points && column.has(NumberMarks.EITHER_COMMA)) {
      return null;
    }
    NumberForm form = points ? pointed(column) : commaed(column);
    boolean decimals = form != null && (form.decimal() == '.') == points;
    return decimals && column.hundreds() ? null : form;
  }

  /** Decides on cells such as 1.234, of which none settles what the point means. */
  private @Nullable NumberForm pointed(NumberColumn column) {
    if (tablePoint != tableComma) {
      boolean thousands = tableComma;
      return thousands && column.has(NumberMarks.PLAIN)
          ? null
          : new NumberForm(thousands ? ',' : '.');
    }
    return tableComma || !pointsExpected ? null : new NumberForm('.');
  }

  /** Decides on cells such as 1,234, of which none settles what the comma means. */
  private @Nullable NumberForm commaed(NumberColumn column) {
    if (tablePoint != tableComma) {
      boolean thousands = tablePoint;
      return thousands && column.has(NumberMarks.PLAIN)
          ? null
          : new NumberForm(thousands ? '.' : ',');
    }
    boolean thousands = pointsExpected && !tableComma && !column.has(NumberMarks.PLAIN);
    return thousands ? new NumberForm('.') : null;
  }

  /** Returns the error that a column without a form deserves when it is used. */
  static MmmException error(String source, String name, NumberColumn column) {
    String point =
        example(column, NumberMarks.POINT, NumberMarks.EITHER_POINT, NumberMarks.THOUSAND_POINTS);
    String comma =
        example(column, NumberMarks.COMMA, NumberMarks.EITHER_COMMA, NumberMarks.THOUSAND_COMMAS);
    String cell = point == null ? comma : point;
    return DataCode.NUMBER_FORMAT.error(
        point != null && comma != null
            ? "%s, column '%s': '%s' and '%s' are written with different decimal marks."
                .formatted(source, QuotedText.of(name), QuotedText.of(point), QuotedText.of(comma))
            : "%s, column '%s': the mark in '%s' may separate decimals or thousands."
                .formatted(source, QuotedText.of(name), QuotedText.of(String.valueOf(cell))),
        "Write 1234.5 in all cells, or declare 'data: {decimal: \".\"}' or '\",\"' in a"
            + " configuration.");
  }

  private static @Nullable String example(NumberColumn column, NumberMarks... marks) {
    for (NumberMarks mark : marks) {
      if (column.has(mark)) {
        return column.example(mark);
      }
    }
    return null;
  }
}
