package org.deepcausalmmm.server.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The spend of a plan by week and channel, summed over regions.
 *
 * @param amounts by week, in the order of the channels
 */
public record PlanGrid(List<String> channels, Map<String, List<Double>> amounts) {

  /** Returns the grid of a plan's table. */
  static PlanGrid of(TableView.Shown plan) {
    int week = plan.columns().indexOf("week");
    int channel = plan.columns().indexOf("channel");
    int spend = plan.columns().indexOf("spend");
    if (week < 0 || channel < 0 || spend < 0) {
      return new PlanGrid(List.of(), Map.of());
    }
    Set<String> channels = new LinkedHashSet<>();
    Map<String, Map<String, Double>> sums = new LinkedHashMap<>();
    for (List<TableView.TableCell> row : plan.rows()) {
      channels.add(row.get(channel).text());
      sums.computeIfAbsent(row.get(week).text(), key -> new LinkedHashMap<>())
          .merge(row.get(channel).text(), row.get(spend).number(), Double::sum);
    }
    Map<String, List<Double>> amounts = new LinkedHashMap<>();
    sums.forEach(
        (name, byChannel) -> {
          List<Double> row = new ArrayList<>();
          channels.forEach(each -> row.add(byChannel.getOrDefault(each, 0.0)));
          amounts.put(name, row);
        });
    return new PlanGrid(List.copyOf(channels), amounts);
  }
}
