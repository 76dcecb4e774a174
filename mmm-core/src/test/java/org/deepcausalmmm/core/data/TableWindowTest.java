package org.deepcausalmmm.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.core.config.DataConfig;
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
    return new Table("t.csv", List.of("geo", "week", "sales"), rows, false, List.of());
  }

  private static DataConfig roles(@org.jspecify.annotations.Nullable String geo) {
    return new DataConfig(geo, "week", "sales", null, null, List.of(), List.of(), List.of());
  }

  @Test
  void keepsTheWeeksUpToTheHorizonAndTheRegionsKnownBefore() {
    TableWindow window = new TableWindow(table(), roles("geo"));
    assertThat(window.weeks().count()).isEqualTo(10);
    assertThat(window.around(6, 2).rows()).hasSize(8);
    assertThat(window.around(7, 2).rows()).hasSize(18);
  }

  @Test
  void keepsNationalData() {
    List<Table.Row> national = table().rows().subList(0, 10);
    Table table = new Table("t.csv", table().header(), national, false, List.of());
    assertThat(new TableWindow(table, roles(null)).around(6, 3).rows()).hasSize(9);
  }
}
