package org.deepcausalmmm.data.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.BiFunction;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.CheckedPanel;
import org.deepcausalmmm.data.config.ConfigurationDraft;
import org.deepcausalmmm.data.panel.PanelReader;
import org.deepcausalmmm.data.source.PreparedDataReader;
import org.deepcausalmmm.data.source.RoleChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JoinerTest {
  private static final LocalDate FIRST = LocalDate.of(2023, 1, 2);
  private static final List<String> REGIONS = List.of("north", "south", "west");

  @TempDir Path directory;

  private Path file(
      String name, String header, BiFunction<Integer, Integer, String> row, int regions)
      throws IOException {
    StringBuilder text = new StringBuilder(header).append('\n');
    for (int r = 0; r < regions; r++) {
      for (int t = 0; t < 60; t++) {
        text.append(row.apply(r, t)).append('\n');
      }
    }
    return Files.writeString(directory.resolve(name), text);
  }

  private Path sales() throws IOException {
    return file(
        "sales.csv",
        "week,geo,sales,population",
        (r, t) ->
            "%s,%s,%d,%d".formatted(FIRST.plusWeeks(t), REGIONS.get(r), 900 + t % 7, 100 * (r + 1)),
        3);
  }

  private static CheckedPanel joined(Path... files) {
    return new PanelReader()
        .read(
            new PreparedDataReader()
                .read(List.of(files), ConfigurationDraft.defaults(), RoleChoice.detected())
                .tidy(),
            0);
  }

  @Test
  void joinsFilesWhoseKeysAndDatesAreWrittenInOtherWays() throws IOException {
    Path tv =
        file(
            "tv.csv",
            "Week Start,Region,tv_spend",
            (r, t) ->
                "%s,%s,%d"
                    .formatted(
                        FIRST.plusWeeks(t).format(DateTimeFormatter.ofPattern("dd.MM.yyyy")),
                        REGIONS.get(2 - r),
                        100 * (2 - r) + t % 9),
            3);

    CheckedPanel panel = joined(sales(), tv);

    assertThat(panel.panel().regions()).containsExactly("north", "south", "west");
    assertThat(panel.panel().channels().get(0).exposure()[1][4]).isEqualTo(104);
  }

  @Test
  void spreadsAFileWithoutRegionsByPopulation() throws IOException {
    Path radio =
        file(
            "radio.csv",
            "WEEK,radio_spend",
            (r, t) -> "%s,%d".formatted(FIRST.plusWeeks(t), 600 + 6 * (t % 17)),
            1);

    CheckedPanel panel = joined(sales(), radio);

    assertThat(panel.panel().channels().get(0).exposure()[2][0]).isEqualTo(300);
    assertThat(panel.panel().channels().get(0).source().national()).isTrue();
  }

  @Test
  void refusesAFileWithoutAnyKey() throws IOException {
    Path other = file("other.csv", "a,b", (r, t) -> "x" + t + ",y", 1);

    assertThatThrownBy(() -> joined(sales(), other))
        .hasMessageContaining("has none of the columns");
  }

  @Test
  void matchesRegionsThatDifferInCaseAndBlanksOnly() throws IOException {
    List<String> spelled = List.of("NORTH", " South ", "we st");
    Path tv =
        file(
            "tv.csv",
            "week,geo,tv_spend",
            (r, t) -> "%s,%s,%d".formatted(FIRST.plusWeeks(t), spelled.get(r), 100 * r + t % 9),
            3);

    CheckedPanel panel = joined(sales(), tv);

    assertThat(panel.panel().regions()).containsExactly("north", "south", "west");
    assertThat(panel.panel().channels().get(0).exposure()[1][4]).isEqualTo(104);
  }

  @Test
  void refusesWeeksThatEndWhereTheOthersBegin() throws IOException {
    Path tv =
        file(
            "tv.csv",
            "week,geo,tv_spend",
            (r, t) ->
                "%s,%s,%d".formatted(FIRST.plusWeeks(t).plusDays(6), REGIONS.get(r), 5 + t % 9),
            3);

    assertThatThrownBy(() -> joined(sales(), tv))
        .hasMessageContainingAll(
            "no row in common", "2023-01-02, a Monday", "2023-01-08, a Sunday", "'north'")
        .satisfies(e -> assertThat(((MmmException) e).code()).isEqualTo("MMM-DATA-039"));
  }

  @Test
  void refusesOtherRegions() throws IOException {
    Path tv =
        file(
            "tv.csv",
            "week,geo,tv_spend",
            (r, t) -> "%s,east %d,%d".formatted(FIRST.plusWeeks(t), r, 5 + t % 9),
            2);

    assertThatThrownBy(() -> joined(sales(), tv)).hasMessageContainingAll("'north'", "'east 0'");
  }

  @Test
  void refusesFilesOfOtherPeriods() throws IOException {
    Path days =
        file("days.csv", "date,tv_spend", (r, t) -> FIRST.plusDays(t) + "," + (5 + t % 9), 1);
    Path months =
        file(
            "months.csv",
            "month,radio_spend",
            (r, t) -> FIRST.withDayOfMonth(1).plusMonths(t) + "," + (5 + t % 9),
            1);

    assertThatThrownBy(() -> joined(sales(), days))
        .hasMessageContainingAll("days.csv are days, those of", "sales.csv are weeks")
        .satisfies(
            e ->
                assertThat(((MmmException) e).advice())
                    .contains("Sum the rows of", "days.csv to weeks"));
    assertThatThrownBy(() -> joined(sales(), months))
        .hasMessageContainingAll("sales.csv are weeks, those of", "months.csv are months");
  }
}
