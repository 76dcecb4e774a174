package org.deepcausalmmm.server.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.table.Table;
import org.jspecify.annotations.Nullable;

/** The columns of a table at a glance. */
final class TableSketch {
  private static final int POINTS = 60;

  private final Table table;
  private final int time;

  TableSketch(Table table, @Nullable String time) {
    this.table = table;
    this.time = time == null ? -1 : table.header().indexOf(time);
  }

  List<ColumnSketch> columns() {
    List<ColumnSketch> columns = new ArrayList<>();
    for (int i = 0; i < table.header().size(); i++) {
      columns.add(column(i));
    }
    return columns;
  }

  private ColumnSketch column(int index) {
    String name = table.header().get(index);
    int missing = 0;
    boolean numeric = true;
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    String first = "";
    String last = "";
    Map<String, Double> sums = new TreeMap<>();
    for (int r = 0; r < table.rows().size(); r++) {
      String cell = table.rows().get(r).cells().get(index);
      if (cell.isEmpty()) {
        missing++;
        continue;
      }
      first = first.isEmpty() || cell.compareTo(first) < 0 ? cell : first;
      last = cell.compareTo(last) > 0 ? cell : last;
      Optional<Double> number = numeric ? number(cell) : Optional.empty();
      numeric = number.isPresent();
      if (number.isPresent()) {
        least = Math.min(least, number.get());
        most = Math.max(most, number.get());
        sums.merge(place(r), number.get(), Double::sum);
      }
    }
    boolean known = missing < table.rows().size();
    numeric = numeric && known;
    MmmException unreadable = table.unreadable().get(name);
    return new ColumnSketch(
        name,
        numeric,
        missing,
        numeric ? text(least) : first,
        numeric ? text(most) : last,
        numeric ? thinned(sums.values()) : List.of(),
        unreadable == null ? "" : unreadable.getMessage() + " " + unreadable.advice());
  }

  private String place(int row) {
    return time < 0 ? "%09d".formatted(row) : table.rows().get(row).cells().get(time);
  }

  private static Optional<Double> number(String cell) {
    try {
      double number = Double.parseDouble(cell);
      return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static String text(double number) {
    return org.deepcausalmmm.report.text.Human.number(number);
  }

  /** Returns the means of stretches of equal length. */
  private static List<Double> thinned(Collection<Double> values) {
    List<Double> all = new ArrayList<>(values);
    int count = Math.min(POINTS, all.size());
    List<Double> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int from = (int) ((long) i * all.size() / count);
      int to = (int) ((long) (i + 1) * all.size() / count);
      points.add(
          all.subList(from, to).stream().mapToDouble(Double::doubleValue).average().orElse(0));
    }
    return points;
  }
}
