package org.deepcausalmmm.experiment.series;

import java.util.List;
import java.util.Locale;
import org.deepcausalmmm.data.NameList;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.experiment.ExperimentCode;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table of regions; those that are null are found by their usual names.
 *
 * @param spend the column of the tested channel's spend; null if it is not known
 */
public record GeoColumns(
    @Nullable String geo, @Nullable String time, @Nullable String outcome, @Nullable String spend) {
  private static final List<String> GEOS =
      List.of("geo", "region", "location", "market", "dma", "city", "state", "area", "store");
  private static final List<String> TIMES = List.of("date", "week", "time", "day", "period", "ds");
  private static final List<String> OUTCOMES =
      List.of("outcome", "revenue", "sales", "y", "conversions", "orders", "kpi", "response");

  /** Returns the position of the regions' column. */
  int geoIn(Table table) {
    return index(table, geo, GEOS, "the region", "--geo");
  }

  /** Returns the position of the time's column. */
  int timeIn(Table table) {
    return index(table, time, TIMES, "the date or week", "--time");
  }

  /** Returns the position of the outcome's column. */
  int outcomeIn(Table table) {
    return index(table, outcome, OUTCOMES, "the outcome", "--outcome");
  }

  private static int index(
      Table table, @Nullable String given, List<String> usual, String role, String option) {
    if (given != null) {
      return table.index(given);
    }
    for (String name : usual) {
      for (int i = 0; i < table.header().size(); i++) {
        if (table.header().get(i).toLowerCase(Locale.ROOT).equals(name)) {
          return i;
        }
      }
    }
    throw ExperimentCode.COLUMN_UNCLEAR.error(
        "No column of %s has a usual name of %s.".formatted(table.source(), role),
        "Name it with %s. The columns are: %s.".formatted(option, NameList.list(table.header())));
  }
}
