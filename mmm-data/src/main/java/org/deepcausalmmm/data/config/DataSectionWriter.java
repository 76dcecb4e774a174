package org.deepcausalmmm.data.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deepcausalmmm.data.config.DataConfig.ChannelColumns;
import org.deepcausalmmm.data.config.DataPreparation.Duplicates;
import org.deepcausalmmm.data.config.DataPreparation.HolidayChoice;
import org.deepcausalmmm.data.config.DataPreparation.HolidayFile;
import org.deepcausalmmm.data.config.DataPreparation.PeriodChoice;
import org.deepcausalmmm.data.config.DataPreparation.WeekDate;
import org.deepcausalmmm.data.table.ReadingOptions;
import org.deepcausalmmm.data.table.ReadingOptions.DatabaseQuery;
import org.jspecify.annotations.Nullable;

/** The part of a configuration below {@code data:} as a map; keys of later versions if used. */
final class DataSectionWriter {
  private DataSectionWriter() {}

  static Map<String, Object> data(DataConfig data) {
    Map<String, Object> map = new LinkedHashMap<>();
    put(map, "geo", data.geo());
    put(map, "time", data.time());
    put(map, "outcome", data.outcome());
    put(map, "revenue_per_kpi", data.revenuePerKpi());
    put(map, "revenue", data.facts().revenue());
    put(map, "population", data.population());
    map.put("channels", data.channels().stream().map(DataSectionWriter::columns).toList());
    map.put("organic", data.organic().stream().map(DataSectionWriter::columns).toList());
    map.put("controls", data.controls());
    putUnlessEmpty(map, "treatments", data.others().treatments());
    if (!data.others().baselines().isEmpty()) {
      Map<String, Object> baselines = new TreeMap<>();
      data.others()
          .baselines()
          .forEach(
              (treatment, baseline) ->
                  baselines.put(
                      treatment,
                      baseline.level() == null ? (Object) baseline.value() : baseline.text()));
      map.put("treatment_baselines", baselines);
    }
    putUnlessEmpty(map, "ignore", data.others().ignored());
    preparation(map, data.preparation());
    return map;
  }

  private static Map<String, Object> columns(ChannelColumns channel) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", channel.name());
    put(map, "spend", channel.spend());
    put(map, "exposure", channel.exposure());
    put(map, "reach", channel.reach());
    put(map, "frequency", channel.frequency());
    ChannelRole role = channel.role();
    put(map, "role", role == null ? null : role.word());
    put(map, "national", channel.national() ? true : null);
    return map;
  }

  private static void preparation(Map<String, Object> map, DataPreparation preparation) {
    ReadingOptions reading = preparation.reading();
    put(map, "date_format", reading.dateFormat());
    put(map, "decimal", reading.decimal() == null ? null : reading.decimal().toString());
    put(map, "encoding", reading.encoding() == null ? null : reading.encoding().name());
    put(map, "sheet", reading.sheet());
    DatabaseQuery query = reading.query();
    if (query != null) {
      map.put("query", query.sql());
      put(map, "user", query.user());
      put(map, "password_env", query.passwordEnv());
    }
    if (preparation.duplicates() != Duplicates.REFUSE) {
      map.put("duplicates", preparation.duplicates().word());
    }
    if (preparation.period() != PeriodChoice.AUTO) {
      map.put("period", preparation.period().word());
    }
    if (preparation.weekDate() != WeekDate.BY_HEADING) {
      map.put("week_date", preparation.weekDate().word());
    }
    if (!preparation.groups().isEmpty()) {
      map.put("groups", new TreeMap<>(preparation.groups()));
    }
    HolidayChoice holidays = preparation.holidays();
    if (holidays != null) {
      Map<String, Object> choice = new LinkedHashMap<>();
      HolidayFile file = holidays.file();
      if (file != null) {
        choice.put("file", file.name());
        put(choice, "date", file.date());
        put(choice, "name", file.label());
      }
      put(choice, "country", holidays.country());
      put(choice, "subdivision", holidays.subdivision());
      choice.put("lead", holidays.lead());
      choice.put("lag", holidays.lag());
      map.put("holidays", choice);
    }
  }

  private static void put(Map<String, Object> map, String key, @Nullable Object value) {
    if (value != null) {
      map.put(key, value);
    }
  }

  private static void putUnlessEmpty(Map<String, Object> map, String key, List<?> value) {
    if (!value.isEmpty()) {
      map.put(key, value);
    }
  }
}
