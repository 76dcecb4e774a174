package org.deepcausalmmm.core.planning;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.Weeks;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.config.DataConfig.ChannelColumns;
import org.deepcausalmmm.data.table.Table;

/** Makes a panel of two regions, a paid, an exposure-only and a never bought channel. */
final class PlanPanels {
  static final int WEEKS = 20;

  static final DataConfig ROLES =
      new DataConfig(
          "dma",
          "monday",
          "sales",
          null,
          null,
          List.of(
              new ChannelColumns("tv", "tv_spend", null),
              new ChannelColumns("search", null, "clicks"),
              new ChannelColumns("print", "print_spend", null)),
          List.of(),
          List.of("price"));

  private PlanPanels() {}

  static Panel panel() {
    double[][] tv = {row(30), row(10)};
    double[][] clicks = {row(200), row(600)};
    double[][] none = {row(0), row(0)};
    return new Panel(
        List.of("north", "south"),
        Weeks.from(LocalDate.of(2024, 1, 1), WEEKS),
        new double[][] {row(1000), row(2000)},
        List.of(
            new Panel.Channel("tv", tv, tv, true),
            new Panel.Channel("search", clicks, null, false),
            new Panel.Channel("print", none, none, true)),
        List.of(new Panel.Control("price", new double[][] {row(5), row(6)})),
        null,
        null,
        "sales");
  }

  private static double[] row(double value) {
    double[] row = new double[WEEKS];
    Arrays.fill(row, value);
    return row;
  }

  /** Makes a table of lines of CSV. */
  static Table table(String... lines) {
    List<Table.Row> rows =
        java.util.stream.IntStream.range(1, lines.length)
            .mapToObj(i -> new Table.Row(i + 1, List.of(lines[i].split(",", -1))))
            .toList();
    return new Table("plan.csv", List.of(lines[0].split(",")), rows, List.of());
  }
}
