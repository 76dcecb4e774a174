package org.deepcausalmmm.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.config.DataConfig.ChannelColumns;
import org.deepcausalmmm.data.panel.PanelReader;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.TableReader;

/** A small table that a test can spoil cell by cell. */
public final class Worlds {
  public static final DataConfig ROLES =
      new DataConfig(
          "geo",
          "week",
          "revenue",
          "value",
          "population",
          List.of(
              new ChannelColumns("tv", "tv_spend", "tv_impressions"),
              new ChannelColumns("search", "search_spend", null)),
          List.of(),
          List.of("price"));

  private static final List<String> COLUMNS =
      List.of(
          "geo",
          "week",
          "revenue",
          "value",
          "population",
          "tv_spend",
          "tv_impressions",
          "search_spend",
          "price");

  /** A row of the table. */
  public record Cells(Map<String, String> values) {
    public String get(String column) {
      return java.util.Objects.requireNonNull(values.get(column));
    }

    public int week() {
      return Integer.parseInt(get("week"));
    }
  }

  private final Map<String, Map<String, String>> rows = new TreeMap<>();

  /** Makes regions a, b, ... with weeks 1, 2, ... */
  public Worlds(int regions, int weeks) {
    SplittableRandom random = new SplittableRandom(5);
    for (int r = 0; r < regions; r++) {
      for (int t = 1; t <= weeks; t++) {
        Map<String, String> row = new LinkedHashMap<>();
        double tv = random.nextDouble(100);
        row.put("geo", Character.toString('a' + r));
        row.put("week", Integer.toString(t));
        row.put("revenue", Double.toString(1000 + tv + random.nextDouble(50)));
        row.put("value", Double.toString(2 + random.nextDouble()));
        row.put("population", Integer.toString(1000 * (r + 1)));
        row.put("tv_spend", Double.toString(tv));
        row.put("tv_impressions", Double.toString(tv * (10 + random.nextDouble(8))));
        row.put("search_spend", Double.toString(random.nextDouble(30)));
        row.put("price", Double.toString(5 + random.nextDouble()));
        rows.put(key(Character.toString('a' + r), t), row);
      }
    }
  }

  private static String key(String region, int week) {
    return "%s%05d".formatted(region, week);
  }

  public Worlds set(String region, int week, String column, String value) {
    java.util.Objects.requireNonNull(rows.get(key(region, week))).put(column, value);
    return this;
  }

  public Worlds setAll(String column, Function<Cells, String> value) {
    rows.values().forEach(row -> row.put(column, value.apply(new Cells(row))));
    return this;
  }

  public Worlds remove(String region, int week) {
    rows.remove(key(region, week));
    return this;
  }

  public String text() {
    StringBuilder text = new StringBuilder(String.join(",", COLUMNS)).append('\n');
    for (Map<String, String> row : rows.values()) {
      text.append(String.join(",", COLUMNS.stream().map(row::get).toList())).append('\n');
    }
    return text.toString();
  }

  public Table table() {
    return new TableReader().read("data.csv", text());
  }

  public CheckedPanel read(int holdout) {
    return new PanelReader().read(table(), ROLES, holdout);
  }
}
