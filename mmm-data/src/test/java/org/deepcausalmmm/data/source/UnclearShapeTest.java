package org.deepcausalmmm.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.deepcausalmmm.data.CheckedPanel;
import org.deepcausalmmm.data.config.ConfigurationDraft;
import org.deepcausalmmm.data.panel.PanelReader;
import org.deepcausalmmm.data.table.TableReader;
import org.junit.jupiter.api.Test;

/** Shapes that could be read in two ways: they are settled by the cells, or asked for. */
class UnclearShapeTest {
  private static final LocalDate FIRST = LocalDate.of(2022, 1, 3);

  private static CheckedPanel read(String header, int rows, IntFunction<String> row) {
    String text =
        IntStream.range(0, rows)
            .mapToObj(row)
            .collect(Collectors.joining("\n", header + "\n", "\n"));
    PreparedData data =
        new PreparedDataReader()
            .read(
                new TableReader().read("t.csv", text),
                ConfigurationDraft.defaults(),
                RoleChoice.detected());
    return new PanelReader().read(data.tidy(), 0);
  }

  @Test
  void asksForTheMeaningOfPointsBesideWholeNumbersOfThreeDigits() {
    assertThatThrownBy(
            () ->
                read(
                    "week;sales;tv_spend;price_control",
                    60,
                    i ->
                        "%s;%s;%d;9.%02d"
                            .formatted(
                                FIRST.plusWeeks(i),
                                i % 2 == 0 ? 900 + i : "1." + (200 + i),
                                13 * i % 60,
                                i)))
        .hasMessageContaining("may separate decimals or thousands");
  }

  @Test
  void asksForDatesOfNumberedMonths() {
    assertThatThrownBy(
            () -> read("month,sales,tv", 60, i -> "%d,%d,%d".formatted(i + 1, 900 + i, i % 7)))
        .hasMessageContaining("numbers its months");
  }

  @Test
  void refusesQuarters() {
    assertThatThrownBy(
            () ->
                read(
                    "date,sales,tv",
                    60,
                    i ->
                        "%s,%d,%d"
                            .formatted(
                                LocalDate.of(2005, 1, 1).plusMonths(3L * i), 900 + i, i % 7)))
        .hasMessageContaining("at least 3 months apart");
  }

  @Test
  void takesSpellingsOfARegionThatShareNoWeekAsOne() {
    CheckedPanel panel =
        read(
            "week,region,sales,tv",
            120,
            i ->
                "%s,%s,%d,%d"
                    .formatted(
                        FIRST.plusWeeks(i % 60),
                        i < 60 ? "South" : i % 9 == 0 ? "NORTH" : "North",
                        900 + i % 11,
                        i % 7));
    assertThat(panel.panel().regions()).containsExactly("South", "North");
    assertThat(panel.report().findings()).anyMatch(f -> f.code().equals("MMM-DATA-075"));
  }
}
