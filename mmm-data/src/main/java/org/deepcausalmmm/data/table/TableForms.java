package org.deepcausalmmm.data.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.NameList;
import org.deepcausalmmm.data.QuotedText;
import org.jspecify.annotations.Nullable;

/** The step that brings each column of a table into plain form, and says what it read how. */
final class TableForms {
  private final Table table;
  private final CompactRows rows;
  private final ReadingOptions options;
  private final List<Finding> notes;
  private final List<ColumnEvidence> evidence = new ArrayList<>();
  private final DecimalMarks marks;
  private final Map<String, MmmException> unreadable = new HashMap<>();
  private final Set<String> percents = new TreeSet<>();
  private final Map<String, List<String>> said = new LinkedHashMap<>();

  TableForms(Table table, ReadingOptions options, boolean pointsExpected, List<Finding> notes) {
    this.table = table;
    this.options = options;
    this.notes = notes;
    table.header().forEach(name -> evidence.add(new ColumnEvidence()));
    rows = CompactRows.of(table.rows());
    for (int c = 0; c < evidence.size(); c++) {
      rows.forEach(c, evidence.get(c)::add);
    }
    List<NumberColumn> numbers =
        evidence.stream()
            .map(ColumnEvidence::number)
            .filter(n -> n.numbers() > 0 && n.others() == 0)
            .toList();
    marks = new DecimalMarks(numbers, pointsExpected, options.decimal());
    requireOneCurrency(numbers);
  }

  /** Returns the table with plain cells and without rows of totals. */
  Table plain() {
    List<UnaryOperator<String>> forms = new ArrayList<>();
    boolean[] totals = new boolean[evidence.size()];
    for (int c = 0; c < evidence.size(); c++) {
      UnaryOperator<String> form = form(c);
      totals[c] = form != null && evidence.get(c).totals() > 0;
      forms.add(form == null ? UnaryOperator.identity() : form);
    }
    BitSet dropped = dropped(totals);
    CompactRows formed = rows.mapped(forms);
    noteTotals(dropped);
    said.forEach(
        (how, columns) ->
            notes.add(
                DataCode.FILE_NOTE.note(
                    "In %s: %s.".formatted(NameList.quoted(columns), how),
                    "They were read as such.")));
    return new Table(
        table.source(),
        table.header(),
        dropped.isEmpty() ? formed : formed.without(dropped),
        unreadable,
        notes,
        percents);
  }

  /** Returns which rows are totals. */
  private BitSet dropped(boolean[] totals) {
    BitSet dropped = new BitSet();
    for (int c = 0; c < totals.length; c++) {
      for (int i = 0; totals[c] && i < rows.size(); i++) {
        if (TotalRows.names(rows.get(i).cells().get(c))) {
          dropped.set(i);
        }
      }
    }
    return dropped;
  }

  private void noteTotals(BitSet dropped) {
    if (!dropped.isEmpty()) {
      List<String> lines =
          dropped.stream().mapToObj(i -> Integer.toString(rows.get(i).line())).toList();
      notes.add(
          DataCode.TOTAL_ROW.warning(
              "%s, line %s: a row of totals.".formatted(table.source(), NameList.list(lines)),
              "It was left out: its values would count twice."));
    }
  }

  /** Returns how the cells of a column become plain; null if they stay as they are. */
  private @Nullable UnaryOperator<String> form(int column) {
    ColumnEvidence cells = evidence.get(column);
    String name = table.header().get(column);
    UnaryOperator<String> dates = dates(name, cells.date());
    if (dates != null) {
      return dates;
    }
    if (cells.numeric()) {
      return numbers(name, cells.number());
    }
    List<String> pair = cells.flag().pair();
    if (pair == null) {
      return null;
    }
    say("%s is 1, %s is 0".formatted(pair.get(0), pair.get(1)), name);
    return cell -> EmptyCells.isEmpty(cell) ? "" : cell.equalsIgnoreCase(pair.get(0)) ? "1" : "0";
  }

  private @Nullable UnaryOperator<String> dates(String name, DateColumn dates) {
    DateForm declared = options.dateFormat() == null ? null : DateFormats.of(options.dateFormat());
    boolean fits = declared != null && dates.possible().contains(declared);
    DateForm form = fits ? declared : dates.form();
    if (form == null) {
      if (dates.ambiguous()) {
        unreadable.put(name, undecided(name, dates));
      }
      return null;
    }
    if (form.numeric() && !fits && !TimeNames.mayBeTime(name)) {
      return null;
    }
    if (form != DateForm.ISO || !DateForm.firstOf(dates.first()).equals(dates.first())) {
      say(
          "dates are written as %s: '%s' is %s"
              .formatted(
                  form.words(),
                  QuotedText.of(dates.first()),
                  form.parse(DateForm.dateOnly(dates.first()))),
          name);
    }
    return cell -> {
      LocalDate date = form.parse(DateForm.dateOnly(cell));
      return date != null ? date.toString() : EmptyCells.isEmpty(cell) ? "" : cell;
    };
  }

  private MmmException undecided(String name, DateColumn dates) {
    return DataCode.DATE_AMBIGUOUS.error(
        "%s, column '%s': '%s' may be %s or %s, and no other day settles it."
            .formatted(
                table.source(),
                QuotedText.of(name),
                QuotedText.of(dates.telling()),
                DateForm.DAY_FIRST.parse(DateForm.dateOnly(dates.telling())),
                DateForm.MONTH_FIRST.parse(DateForm.dateOnly(dates.telling()))),
        "Declare 'data: {date_format: D/M/Y}' or M/D/Y in a configuration, or write dates as"
            + " 2024-01-29.");
  }

  private UnaryOperator<String> numbers(String name, NumberColumn column) {
    NumberForm form = marks.form(column);
    MmmException units = column.units().error(table.source(), name, HeadingUnit.of(name) != null);
    if (form == null || units != null || column.percentInPart()) {
      MmmException error =
          units != null
              ? units
              : form == null
                  ? DecimalMarks.error(table.source(), name, column)
                  : DataCode.NUMBER_FORMAT.error(
                      "%s, column '%s': only some of the numbers have a percent sign."
                          .formatted(table.source(), QuotedText.of(name)),
                      "Write it in all cells of the column or in none.");
      unreadable.put(name, error);
      return UnaryOperator.identity();
    }
    describe(name, column, form);
    return cell -> {
      if (EmptyCells.isEmpty(cell)) {
        return "";
      }
      String plain = form.plain(cell);
      return plain == null ? cell : plain;
    };
  }

  private void describe(String name, NumberColumn column, NumberForm form) {
    List<String> parts = new ArrayList<>();
    if (form.decimal() == ',') {
      parts.add("numbers are written with a decimal comma");
    }
    boolean thousands =
        form.decimal() == '.'
            ? column.has(NumberMarks.THOUSAND_COMMAS) || column.has(NumberMarks.EITHER_COMMA)
            : column.has(NumberMarks.THOUSAND_POINTS) || column.has(NumberMarks.EITHER_POINT);
    if (thousands || column.grouped() || column.has(NumberMarks.THOUSAND_BLANKS)) {
      parts.add("with thousands marks");
    }
    if (!column.currencies().isEmpty()) {
      parts.add("with the currency " + String.join(", ", column.currencies()));
    }
    if (column.percent()) {
      percents.add(name);
      parts.add("with percent signs: 12% is 0.12");
    }
    if (column.brackets()) {
      parts.add("with brackets around negative numbers");
    }
    String unit = column.units().example();
    if (unit != null) {
      parts.add("with units: '%s' is %s".formatted(QuotedText.of(unit), form.plain(unit)));
    }
    if (!parts.isEmpty()) {
      String how = String.join(", ", parts);
      say(how.startsWith("numbers") ? how : "numbers are written " + how, name);
    }
  }

  private void say(String how, String column) {
    said.computeIfAbsent(how, h -> new ArrayList<>()).add(column);
  }

  private void requireOneCurrency(List<NumberColumn> numbers) {
    Set<String> currencies = new TreeSet<>();
    numbers.forEach(n -> n.currencies().forEach(c -> currencies.add(HeadingCurrencies.code(c))));
    for (int c = 0; c < evidence.size(); c++) {
      if (evidence.get(c).numeric()) {
        currencies.addAll(HeadingCurrencies.of(table.header().get(c)));
      }
    }
    if (currencies.size() > 1) {
      throw DataCode.CURRENCIES_MIXED.error(
          "%s holds amounts in several currencies: %s."
              .formatted(table.source(), String.join(", ", currencies)),
          "Convert them into one: returns are ratios of money.");
    }
  }
}
