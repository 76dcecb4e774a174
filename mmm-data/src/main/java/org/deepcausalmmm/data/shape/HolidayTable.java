package org.deepcausalmmm.data.shape;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.NameList;
import org.deepcausalmmm.data.QuotedText;
import org.deepcausalmmm.data.config.DataPreparation.HolidayChoice;
import org.deepcausalmmm.data.config.DataPreparation.HolidayFile;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.Table.Row;
import org.deepcausalmmm.data.table.TableReader;
import org.deepcausalmmm.data.table.TimeNames;
import org.jspecify.annotations.Nullable;

/**
 * A file that lists holidays, such as Robyn's dt_prophet_holidays: ds, holiday, country, year. One
 * name is one holiday, in whatever years it has rows; observed days count to it.
 */
final class HolidayTable {
  private static final Set<String> LABELS =
      Set.of("holiday", "holidays", "name", "event", "label", "holiday_name", "feiertag");

  private static final Set<String> COUNTRIES =
      Set.of("country", "country_code", "land", "pais", "pays", "region");

  private final HolidayChoice choice;
  private final Table table;
  private final int date;
  private final int label;

  /**
   * Reads the file that a choice names.
   *
   * @param data lies in the directory of the file
   */
  HolidayTable(Table data, HolidayChoice choice) {
    HolidayFile file = Objects.requireNonNull(choice.file());
    this.choice = choice;
    table = TableReader.ofRowsAsWritten().read(path(data, file));
    date = file.date() == null ? dated() : table.index(file.date());
    label = file.label() == null ? named(LABELS, "name") : table.index(file.label());
  }

  /** Returns the path inside the directory of the data: a configuration may not reach elsewhere. */
  private static Path path(Table data, HolidayFile file) {
    try {
      Path source = Path.of(data.source());
      Path directory = Objects.requireNonNull(source.toAbsolutePath().getParent()).toRealPath();
      Path path = directory.resolve(file.name());
      boolean inside =
          Files.exists(source)
              && !Path.of(file.name()).isAbsolute()
              && (Files.notExists(path) || path.toRealPath().startsWith(directory))
              && path.normalize().startsWith(directory);
      if (inside) {
        return path;
      }
    } catch (IOException | InvalidPathException e) {
      // The same as a path elsewhere.
    }
    throw DataCode.SHAPE_UNCLEAR.error(
        "The file of holidays '%s' is not in the directory of the data."
            .formatted(QuotedText.of(file.name())),
        "Put it beside the data, and write its name at data.holidays.file.");
  }

  /** Returns the holidays between two dates, by name. */
  Map<String, Set<LocalDate>> between(LocalDate from, LocalDate to) {
    int country = country();
    String code = String.valueOf(choice.country());
    Map<String, Set<LocalDate>> holidays = new TreeMap<>();
    for (Row row : table.rows()) {
      String name = row.cells().get(label);
      boolean own = country < 0 || row.cells().get(country).equalsIgnoreCase(code);
      if (!own || name.isEmpty()) {
        continue;
      }
      LocalDate day = day(row);
      if (!day.isBefore(from) && !day.isAfter(to)) {
        holidays.computeIfAbsent(plain(name), n -> new TreeSet<>()).add(day);
      }
    }
    if (holidays.isEmpty()) {
      throw DataCode.SHAPE_UNCLEAR.error(
          "%s lists no holiday%s between %s and %s."
              .formatted(
                  table.source(), country < 0 ? "" : " of '" + QuotedText.of(code) + "'", from, to),
          "Check the years, and the country at data.holidays.country.");
    }
    return holidays;
  }

  /** Returns the name without marks, and without the remark that a day is observed. */
  private static String plain(String name) {
    return name.replaceAll("(?i)[ (]*(observed|estimated|beobachtet)\\)?$", "")
        .strip()
        .replaceAll("[^\\p{L}\\d]+", "_");
  }

  private LocalDate day(Row row) {
    String cell = row.cells().get(date);
    if (!cell.matches("\\d{4}-\\d{2}-\\d{2}")) {
      throw DataCode.TIME_FORMAT.error(
          "%s, line %d: '%s' is not a date."
              .formatted(table.source(), row.line(), QuotedText.of(cell)),
          "Write 2024-12-25.");
    }
    return LocalDate.parse(cell);
  }

  private int dated() {
    List<String> dates =
        table.header().stream()
            .filter(
                c ->
                    table.rows().get(0).cells().get(table.index(c)).matches("\\d{4}-\\d{2}-\\d{2}"))
            .toList();
    if (dates.size() != 1) {
      throw DataCode.SHAPE_UNCLEAR.error(
          "%s has %d columns of dates.".formatted(table.source(), dates.size()),
          "Name the column of the day at data.holidays.date.");
    }
    return table.index(dates.get(0));
  }

  private int named(Set<String> names, String key) {
    int found = find(names);
    if (found < 0) {
      throw DataCode.SHAPE_UNCLEAR.error(
          "%s has no column 'holiday'; its columns are: %s."
              .formatted(table.source(), NameList.quoted(table.header())),
          "Name the column at data.holidays.%s.".formatted(key));
    }
    return found;
  }

  private int find(Set<String> names) {
    for (int c = 0; c < table.header().size(); c++) {
      if (names.contains(String.join("_", TimeNames.words(table.header().get(c))))) {
        return c;
      }
    }
    return -1;
  }

  /** Returns the column of the country; -1 if there is none, or all rows are of one country. */
  private int country() {
    int column = find(COUNTRIES);
    if (column < 0) {
      return -1;
    }
    @Nullable String asked = choice.country();
    Set<String> countries = new TreeSet<>();
    table.rows().forEach(row -> countries.add(row.cells().get(column)));
    if (asked == null && countries.size() == 1) {
      return -1;
    }
    if (asked == null || countries.stream().noneMatch(asked::equalsIgnoreCase)) {
      throw DataCode.SHAPE_UNCLEAR.error(
          "%s lists holidays of %d countries%s: %s."
              .formatted(
                  table.source(),
                  countries.size(),
                  asked == null ? "" : ", '" + QuotedText.of(asked) + "' not among them",
                  NameList.list(List.copyOf(countries))),
          "Write one of them at data.holidays.country.");
    }
    return column;
  }
}
