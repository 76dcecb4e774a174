package org.deepcausalmmm.data.shape;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.NameList;
import org.deepcausalmmm.data.QuotedText;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.config.DataPreparation.HolidayChoice;
import org.deepcausalmmm.data.config.DataPreparation.HolidayFile;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.Table.Row;

/**
 * Holidays as controls: one column for each holiday, the same in all years, with the share of a
 * period's days that lie on it or in the days before and after that count along.
 */
final class Holidays {
  private static final String PREFIX = "holiday_";

  private Holidays() {}

  /** Returns the table with a column for each holiday, and the roles with them as controls. */
  static TidyTable add(Table table, DataConfig roles, List<Finding> findings) {
    HolidayChoice choice = roles.preparation().holidays();
    if (choice == null || table.header().stream().anyMatch(c -> c.startsWith(PREFIX))) {
      return new TidyTable(table, roles, List.of());
    }
    List<LocalDate> starts = starts(table, table.index(roles.time()));
    LocalDate first = starts.stream().min(LocalDate::compareTo).orElseThrow();
    LocalDate last = starts.stream().max(LocalDate::compareTo).orElseThrow();
    boolean months = starts.stream().allMatch(d -> d.getDayOfMonth() == 1);
    Map<String, Set<LocalDate>> holidays =
        holidays(table, choice, first.minusDays(40), last.plusDays(70));
    Map<String, List<Double>> shares = new TreeMap<>();
    holidays.forEach(
        (name, dates) -> {
          Map<LocalDate, Double> byStart = new HashMap<>();
          List<Double> share =
              starts.stream()
                  .map(
                      start ->
                          byStart.computeIfAbsent(
                              start,
                              s ->
                                  share(
                                      s, months ? s.plusMonths(1) : s.plusWeeks(1), dates, choice)))
                  .toList();
          if (share.stream().anyMatch(v -> v > 0)) {
            shares.put(PREFIX + name, share);
          }
        });
    findings.add(
        DataCode.HOLIDAYS_ADDED.note(
            "Holidays of %s became controls: %s."
                .formatted(
                    QuotedText.of(origin(choice)), NameList.list(List.copyOf(shares.keySet()))),
            "Each holds the share of a row's days that lie on the holiday, up to %d days before or %d after it."
                .formatted(choice.lead(), choice.lag())));
    List<String> controls = new ArrayList<>(roles.controls());
    controls.addAll(shares.keySet());
    return new TidyTable(withColumns(table, shares), roles.withControls(controls), List.of());
  }

  private static String origin(HolidayChoice choice) {
    HolidayFile file = choice.file();
    return file == null ? String.valueOf(choice.country()) : file.name();
  }

  private static List<LocalDate> starts(Table table, int time) {
    List<LocalDate> starts = new ArrayList<>();
    for (Row row : table.rows()) {
      String cell = row.cells().get(time);
      if (!cell.matches("\\d{4}-\\d{2}-\\d{2}")) {
        throw DataCode.SHAPE_UNCLEAR.error(
            "%s: holidays need dates, and the time is '%s'."
                .formatted(table.source(), QuotedText.of(cell)),
            "Date the weeks, or leave data.holidays out.");
      }
      starts.add(LocalDate.parse(cell));
    }
    return starts;
  }

  private static Map<String, Set<LocalDate>> holidays(
      Table table, HolidayChoice choice, LocalDate from, LocalDate to) {
    if (choice.file() != null) {
      return new HolidayTable(table, choice).between(from, to);
    }
    String country = String.valueOf(choice.country());
    for (HolidayCalendar calendar : ServiceLoader.load(HolidayCalendar.class)) {
      Map<String, Set<LocalDate>> found =
          calendar.holidays(country, choice.subdivision(), from, to);
      if (!found.isEmpty()) {
        return found;
      }
    }
    throw DataCode.SHAPE_UNCLEAR.error(
        "No calendar of holidays knows the country '%s'.".formatted(QuotedText.of(country)),
        "Write a code of ISO 3166 such as DE or US at data.holidays.country; mmm-sources holds the"
            + " calendars. Or list the holidays in a file, and name it at data.holidays.file.");
  }

  private static double share(
      LocalDate start, LocalDate end, Set<LocalDate> holidays, HolidayChoice choice) {
    int days = 0;
    for (LocalDate day = start; day.isBefore(end); day = day.plusDays(1)) {
      LocalDate own = day;
      boolean counts =
          holidays.stream()
              .anyMatch(
                  h ->
                      !own.isBefore(h.minusDays(choice.lead()))
                          && !own.isAfter(h.plusDays(choice.lag())));
      days += counts ? 1 : 0;
    }
    return (double) days / ChronoUnit.DAYS.between(start, end);
  }

  private static Table withColumns(Table table, Map<String, List<Double>> shares) {
    List<String> header = new ArrayList<>(table.header());
    header.addAll(shares.keySet());
    List<Row> rows = new ArrayList<>(table.rows().size());
    for (int i = 0; i < table.rows().size(); i++) {
      Row row = table.rows().get(i);
      List<String> cells = new ArrayList<>(row.cells());
      for (List<Double> share : shares.values()) {
        cells.add(Cells.text(share.get(i)));
      }
      rows.add(new Row(row.line(), cells));
    }
    return table.with(header, rows);
  }
}
