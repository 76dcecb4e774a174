package org.deepcausalmmm.server.data;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.deepcausalmmm.data.table.Table;

/**
 * The names by which a test is set up on a data set.
 *
 * @param regions in the order of the file; empty without a column of regions
 * @param periods days or weeks, in order
 * @param channels the channels of the roles in force
 */
public record GeoNames(List<String> regions, List<String> periods, List<String> channels) {
  public GeoNames {
    regions = List.copyOf(regions);
    periods = List.copyOf(periods);
    channels = List.copyOf(channels);
  }

  /** Returns the names of nothing. */
  public static GeoNames none() {
    return new GeoNames(List.of(), List.of(), List.of());
  }

  static GeoNames of(Table table, String geo, String time, List<String> channels) {
    return new GeoNames(distinct(table, geo), inOrder(distinct(table, time)), channels);
  }

  private static List<String> distinct(Table table, String column) {
    int index = table.header().indexOf(column);
    if (index < 0) {
      return List.of();
    }
    Set<String> found = new LinkedHashSet<>();
    table.rows().forEach(row -> found.add(row.cells().get(index)));
    return List.copyOf(found);
  }

  private static List<String> inOrder(List<String> periods) {
    try {
      List<String> sorted = new ArrayList<>(periods);
      sorted.forEach(LocalDate::parse);
      sorted.sort(String::compareTo);
      return sorted;
    } catch (DateTimeException e) {
      return periods;
    }
  }
}
