package org.deepcausalmmm.data.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.data.Errors;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.table.Table;
import org.junit.jupiter.api.Test;

class TableWindowTest {
  private static Table table() {
    List<Table.Row> rows = new ArrayList<>();
    for (String geo : List.of("old", "new", "silent")) {
      for (int t = 0; t < 10; t++) {
        String sales = geo.equals("silent") || (geo.equals("new") && t < 6) ? "" : "5";
        rows.add(new Table.Row(rows.size() + 2, List.of(geo, Integer.toString(t), sales)));
      }
    }
    return new Table("t.csv", List.of("geo", "week", "sales"), rows, List.of());
  }

  private static DataConfig roles(@org.jspecify.annotations.Nullable String geo) {
    return new DataConfig(geo, "week", "sales", null, null, List.of(), List.of(), List.of());
  }

  @Test
  void keepsTheWeeksUpToTheHorizonAndTheRegionsKnownBefore() {
    TableWindow window = new TableWindow(table(), roles("geo"));
    assertThat(window.weeks().count()).isEqualTo(10);
    assertThat(window.around(6, 2).table().rows()).hasSize(8);
    assertThat(window.around(7, 2).table().rows()).hasSize(18);
  }

  @Test
  void keepsNationalData() {
    List<Table.Row> national = table().rows().subList(0, 10);
    Table table = new Table("t.csv", table().header(), national, List.of());
    assertThat(new TableWindow(table, roles(null)).around(6, 3).table().rows()).hasSize(9);
  }

  @Test
  void countsTheOriginFromTheFirstWeekThatIsLeft() {
    List<Table.Row> rows = new ArrayList<>();
    for (int t = 0; t < 10; t++) {
      rows.add(new Table.Row(t + 2, List.of("zero", Integer.toString(t), t < 7 ? "0" : "5")));
      if (t >= 3) {
        String sales = t < 9 ? "5" : "";
        rows.add(new Table.Row(t + 20, List.of("later", Integer.toString(t), sales)));
      }
    }
    Table table = new Table("t.csv", List.of("geo", "week", "sales"), rows, List.of());
    TableWindow window = new TableWindow(table, roles("geo"));
    assertThat(window.around(6, 2).origin()).isEqualTo(3);
    assertThat(window.around(6, 2).table().rows()).hasSize(5);
    assertThat(window.around(8, 2).origin()).isEqualTo(8);
    assertThat(window.observedWeeks()).isEqualTo(10);
    assertThat(new TableWindow(table, roles("geo")).around(4, 1).origin()).isEqualTo(1);
    Errors.assertError(() -> window.around(3, 1), "MMM-DATA-032", "weeks after 2", "fewer origins");
  }
}
