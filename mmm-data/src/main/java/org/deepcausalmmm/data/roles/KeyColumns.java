package org.deepcausalmmm.data.roles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.NameList;
import org.deepcausalmmm.data.QuotedText;
import org.deepcausalmmm.data.roles.ColumnGuess.Role;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.Table.Row;
import org.deepcausalmmm.data.table.TimeNames;
import org.jspecify.annotations.Nullable;

/**
 * The columns that say which week and region a row belongs to, by their cells before their names.
 *
 * @param geo null for national data
 */
record KeyColumns(TableColumn time, @Nullable TableColumn geo) {

  private static final int MOST_VERSIONS = 8;

  /** Words of what exports of platforms have a row for. */
  private static final Set<String> PARTS =
      Words.set(
          """
          campaign campaigns kampagne campagne campana campagna channel channels kanal canal
          canale network networks netzwerk adset adgroup ad ads anzeige source medium platform
          keyword creative placement publisher device outlet touchpoint tactic vehicle
          partner audience objective
          """);

  /** Words of versions of the same rows. */
  private static final Set<String> VERSIONS =
      Words.set(
          """
          actual actuals forecast forecasts budget budgeted plan planned estimate
          estimated scenario ly last year previous prior baseline simulated ist soll
          prognose previsto prevision
          """);

  /**
   * Finds the columns.
   *
   * @throws org.deepcausalmmm.api.MmmException MMM-DATA-011 if no column can be the time, 012 if
   *     several can
   */
  static KeyColumns of(Table table, List<TableColumn> columns) {
    TableColumn time = time(table, columns);
    return new KeyColumns(time, geo(table, columns, time));
  }

  private static TableColumn time(Table table, List<TableColumn> columns) {
    List<TableColumn> dates = new ArrayList<>(columns.stream().filter(KeyColumns::dated).toList());
    if (dates.isEmpty()) {
      return numbered(table, columns);
    }
    // Of two as likely, the finer one: a month or a quarter may stand beside the week.
    dates.sort(
        Comparator.comparingInt(KeyColumns::timeRank)
            .thenComparing(c -> c.profile().distinct(), Comparator.reverseOrder()));
    boolean tie = dates.size() > 1 && timeRank(dates.get(0)) == timeRank(dates.get(1));
    if (tie && timeRank(dates.get(0)) > 0) {
      throw DataCode.ROLES_AMBIGUOUS.error(
          "Any of these columns of %s may be the time: %s."
              .formatted(
                  table.source(), NameList.list(dates.stream().map(TableColumn::name).toList())),
          RoleDetector.writeAll(table.source()) + " and name one at data.time.");
    }
    return dates.get(0);
  }

  /** Returns whether a column holds dates, or what may be dates in one of two ways. */
  private static boolean dated(TableColumn column) {
    return column.profile().date()
        || (column.profile().text() && column.is(Role.TIME) && column.profile().distinct() > 1);
  }

  /**
   * Returns a rank among date columns: names of times first, the start of a week before its end.
   */
  private static int timeRank(TableColumn column) {
    int kind = column.profile().date() ? 0 : 10;
    if (column.is(Role.CALENDAR)) {
      return kind + 5;
    }
    if (TimeNames.namesLastDay(column.name())) {
      return kind + 4;
    }
    if (column.is(Role.TIME)) {
      return kind == 0 && column.guess().rank() < 2 ? -1 : kind;
    }
    boolean first = TimeNames.namesFirstDay(column.name());
    return kind + (first ? 1 : TimeNames.mayBeTime(column.name()) ? 2 : 3);
  }

  private static TableColumn numbered(Table table, List<TableColumn> columns) {
    return columns.stream()
        .filter(c -> c.is(Role.TIME) && (c.profile().number() || c.profile().text()))
        .min(Comparator.comparingInt(c -> c.guess().rank()))
        .or(
            () ->
                columns.stream()
                    .filter(c -> c.profile().number() && c.profile().whole())
                    .filter(c -> TimeNames.mayBeTime(c.name()) && c.profile().distinct() > 25)
                    .findFirst())
        .orElseThrow(
            () ->
                DataCode.ROLES_UNKNOWN.error(
                    "%s has no column of dates or of numbered weeks; its columns are: %s."
                        .formatted(table.source(), NameList.list(table.header())),
                    "Add a column 'week' with the first day of each week, such as 2024-01-29. "
                        + RoleDetector.writeAll(table.source())
                        + " to start from."));
  }

  private static @Nullable TableColumn geo(
      Table table, List<TableColumn> columns, TableColumn time) {
    List<TableColumn> named =
        columns.stream()
            .filter(c -> c != time && c.is(Role.GEO) && c.profile().known() > 0)
            .sorted(Comparator.comparingInt(c -> c.guess().rank()))
            .toList();
    for (TableColumn candidate : named) {
      if (unique(table, time, candidate)) {
        return candidate;
      }
    }
    if (!named.isEmpty()) {
      return named.stream().max(Comparator.comparingInt(c -> c.profile().distinct())).get();
    }
    if (unique(table, time, null)) {
      return null;
    }
    List<TableColumn> texts =
        columns.stream()
            .filter(c -> c != time && c.profile().text() && c.profile().distinct() > 1)
            .filter(c -> unique(table, time, c))
            .toList();
    if (texts.size() == 1) {
      requireNoParts(table, texts.get(0));
      requireNoVersions(table, texts.get(0));
      return texts.get(0);
    }
    return null;
  }

  /** Refuses a column of campaigns, networks or devices: they are parts of media and no regions. */
  private static void requireNoParts(Table table, TableColumn column) {
    if (TimeNames.words(column.name()).stream().anyMatch(PARTS::contains)) {
      throw DataCode.SHAPE_UNCLEAR.error(
          "%s: column '%s' has several rows a week, and its levels are no regions: %s."
              .formatted(
                  table.source(),
                  QuotedText.of(column.name()),
                  NameList.quoted(
                      table.rows().stream()
                          .map(row -> row.cells().get(column.index()))
                          .distinct()
                          .limit(MOST_VERSIONS)
                          .toList())),
          "If each level is a channel, call the column 'channel', which is made wide; else sum the"
              + " rows of each week. Name it at data.geo if its levels are regions.");
    }
  }

  /** Refuses a column that tells actual rows from forecasts or plans: its levels are no regions. */
  private static void requireNoVersions(Table table, TableColumn column) {
    List<String> levels =
        table.rows().stream()
            .map(row -> row.cells().get(column.index()))
            .distinct()
            .limit(MOST_VERSIONS)
            .toList();
    if (levels.size() < MOST_VERSIONS
        && levels.stream()
            .map(TimeNames::words)
            .anyMatch(words -> !words.isEmpty() && VERSIONS.containsAll(words))) {
      throw DataCode.SHAPE_UNCLEAR.error(
          "%s: column '%s' holds versions of the same rows, not regions: %s."
              .formatted(table.source(), QuotedText.of(column.name()), NameList.quoted(levels)),
          "Keep the rows of one of them, or name the column at data.geo if they are regions.");
    }
  }

  /** Returns whether no two different rows agree in the time and the region. */
  private static boolean unique(Table table, TableColumn time, @Nullable TableColumn geo) {
    Map<String, List<String>> seen = new HashMap<>();
    for (Row row : table.rows()) {
      String key =
          row.cells().get(time.index()) + "\n" + (geo == null ? "" : row.cells().get(geo.index()));
      List<String> before = seen.putIfAbsent(key, row.cells());
      if (before != null && !before.equals(row.cells())) {
        return false;
      }
    }
    return true;
  }
}
