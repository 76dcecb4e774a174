package org.deepcausalmmm.server.pages;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.data.Period;
import org.deepcausalmmm.data.PeriodWords;
import org.deepcausalmmm.report.text.Human;
import org.deepcausalmmm.server.base.Json;

/**
 * A forecast by week, summed over regions.
 *
 * @param hasBounds whether the intervals are those of the sum: they do not add up over regions
 */
public record ForecastWeeks(List<ForecastSum> weeks, int regions, boolean hasBounds) {

  /** A week; the bounds are NaN where they are not known. */
  public record ForecastSum(String week, double expected, double lower, double upper) {}

  /** Reads the table that a forecast wrote. */
  static ForecastWeeks of(TableView.Shown table) {
    int time = table.columns().indexOf("time");
    int geo = table.columns().indexOf("geo");
    int expected =
        Math.max(table.columns().indexOf("predicted"), table.columns().indexOf("expected"));
    int lower = table.columns().indexOf("lower");
    int upper = table.columns().indexOf("upper");
    if (time < 0 || expected < 0) {
      return new ForecastWeeks(List.of(), 0, false);
    }
    Map<String, double[]> sums = new LinkedHashMap<>();
    java.util.Set<String> regions = new java.util.HashSet<>();
    for (List<TableView.TableCell> row : table.rows()) {
      double[] sum = sums.computeIfAbsent(row.get(time).text(), key -> new double[3]);
      sum[0] += row.get(expected).number();
      sum[1] += lower < 0 ? Double.NaN : row.get(lower).number();
      sum[2] += upper < 0 ? Double.NaN : row.get(upper).number();
      regions.add(geo < 0 ? "" : row.get(geo).text());
    }
    boolean single = regions.size() == 1;
    List<ForecastSum> weeks = new ArrayList<>();
    sums.forEach(
        (week, sum) ->
            weeks.add(
                new ForecastSum(
                    week, sum[0], single ? sum[1] : Double.NaN, single ? sum[2] : Double.NaN)));
    return new ForecastWeeks(weeks, regions.size(), single && lower >= 0 && upper >= 0);
  }

  /** Returns the words for the period of the rows: first days of months are months. */
  PeriodWords words() {
    boolean months =
        weeks.size() > 1 && weeks.stream().allMatch(w -> w.week().matches("\\d{4}-\\d\\d-01"));
    return new PeriodWords(months ? Period.MONTH : Period.WEEK);
  }

  /** Returns what is expected in all weeks, in a sentence. */
  public String sentence() {
    double sum = weeks.stream().mapToDouble(ForecastSum::expected).sum();
    return "%s is expected in %s (%s to %s)."
        .formatted(
            Human.number(sum),
            words().in(Human.count(weeks.size(), "week", "weeks")),
            weeks.get(0).week(),
            weeks.get(weeks.size() - 1).week());
  }

  /** Returns the data of the chart. */
  String json() {
    ObjectNode root = Json.object();
    root.put("period", words().period().noun());
    ArrayNode names = root.putArray("weeks");
    ArrayNode expected = root.putArray("expected");
    ArrayNode lower = root.putArray("lower");
    ArrayNode upper = root.putArray("upper");
    for (ForecastSum week : weeks) {
      names.add(week.week());
      expected.add(week.expected());
      if (hasBounds) {
        lower.add(week.lower());
        upper.add(week.upper());
      }
    }
    return Json.text(root);
  }
}
