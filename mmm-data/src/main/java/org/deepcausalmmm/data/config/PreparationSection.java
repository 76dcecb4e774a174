package org.deepcausalmmm.data.config;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.deepcausalmmm.data.config.DataPreparation.Duplicates;
import org.deepcausalmmm.data.config.DataPreparation.HolidayChoice;
import org.deepcausalmmm.data.config.DataPreparation.HolidayFile;
import org.deepcausalmmm.data.config.DataPreparation.PeriodChoice;
import org.deepcausalmmm.data.config.DataPreparation.WeekDate;
import org.deepcausalmmm.data.table.ReadingOptions;
import org.deepcausalmmm.data.table.ReadingOptions.DatabaseQuery;
import org.deepcausalmmm.data.yaml.ConfigCode;
import org.deepcausalmmm.data.yaml.YamlMap;
import org.jspecify.annotations.Nullable;

/**
 * The reader of the keys below {@code data:} that say how a file is read and brought into shape.
 */
final class PreparationSection {
  static final List<String> KEYS =
      List.of(
          "date_format",
          "decimal",
          "encoding",
          "sheet",
          "query",
          "user",
          "password_env",
          "duplicates",
          "period",
          "week_date",
          "groups",
          "holidays");

  /** A holiday's effect on sales rarely reaches further; more would cover all weeks. */
  private static final int MOST_DAYS = 28;

  private final YamlMap data;

  private PreparationSection(YamlMap data) {
    this.data = data;
  }

  static DataPreparation read(YamlMap data) {
    PreparationSection section = new PreparationSection(data);
    return new DataPreparation(
        section.reading(),
        section.choice("duplicates", Duplicates.REFUSE, Duplicates.values(), Duplicates::word),
        section.choice("period", PeriodChoice.AUTO, PeriodChoice.values(), PeriodChoice::word),
        section.choice("week_date", WeekDate.BY_HEADING, WeekDate.values(), WeekDate::word),
        section.groups(),
        section.holidays());
  }

  private ReadingOptions reading() {
    String dates = data.text("date_format");
    if (dates != null && !ReadingOptions.isDateFormat(dates)) {
      throw bad("date_format", dates, "Write D/M/Y, M/D/Y, Y/M/D, excel or yearweek.");
    }
    String decimal = data.text("decimal");
    if (decimal != null && !decimal.equals(".") && !decimal.equals(",")) {
      throw bad("decimal", decimal, "Write '.' or ','.");
    }
    return new ReadingOptions(
        encoding(), dates, decimal == null ? null : decimal.charAt(0), data.text("sheet"), query());
  }

  private @Nullable DatabaseQuery query() {
    String sql = data.text("query");
    String user = data.text("user");
    String password = data.text("password_env");
    if (sql == null && (user != null || password != null)) {
      String key = user == null ? "password_env" : "user";
      throw ConfigCode.CONTRADICTION.error(
          "%s belongs to a database, and there is no query."
              .formatted(data.place(data.line(key), "data." + key)),
          "Write the query of the database at data.query, or remove the key.");
    }
    return sql == null ? null : new DatabaseQuery(sql, user, password);
  }

  private @Nullable Charset encoding() {
    String name = data.text("encoding");
    if (name == null) {
      return null;
    }
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException e) {
      throw bad("encoding", name, "Write UTF-8, windows-1252, ISO-8859-1 or UTF-16.");
    }
  }

  private <T> T choice(String key, T fallback, T[] values, Function<T, String> word) {
    String text = data.text(key);
    if (text == null) {
      return fallback;
    }
    for (T value : values) {
      if (word.apply(value).equals(text.toLowerCase(Locale.ROOT))) {
        return value;
      }
    }
    throw bad(
        key, text, "Write " + String.join(", ", Arrays.stream(values).map(word).toList()) + ".");
  }

  private Map<String, List<String>> groups() {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    YamlMap map = data.map("groups");
    if (map != null) {
      map.keys().forEach(name -> groups.put(name, map.texts(name)));
      requireOnce(map, groups);
    }
    return groups;
  }

  /** Requires that no column is added up twice. */
  private static void requireOnce(YamlMap map, Map<String, List<String>> groups) {
    Map<String, String> groupOf = new HashMap<>();
    groups.forEach(
        (group, columns) ->
            columns.forEach(
                column -> {
                  String before = groupOf.put(column, group);
                  if (before != null) {
                    throw ConfigCode.CONTRADICTION.error(
                        "%s: column '%s' plays two roles: part of the group %s and part of the group %s."
                            .formatted(
                                map.place(map.line(group), map.path()), column, before, group),
                        "Name each column in one group, once: it would count twice.");
                  }
                }));
  }

  private @Nullable HolidayChoice holidays() {
    YamlMap map = data.map("holidays");
    if (map == null) {
      return null;
    }
    String file = map.text("file");
    HolidayChoice holidays =
        new HolidayChoice(
            file == null
                ? map.requiredText("country", "the code of a country, such as DE")
                : map.text("country"),
            map.text("subdivision"),
            (int) map.integer("lead", 0, 0, MOST_DAYS),
            (int) map.integer("lag", 0, 0, MOST_DAYS),
            file == null ? null : new HolidayFile(file, map.text("date"), map.text("name")));
    map.refuseOthers();
    return holidays;
  }

  private RuntimeException bad(String key, String value, String advice) {
    return ConfigCode.OUT_OF_BOUNDS.error(
        "%s is '%s'.".formatted(data.place(data.line(key), "data." + key), value), advice);
  }
}
