package org.deepcausalmmm.data.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.config.ConfigurationDraft;
import org.deepcausalmmm.data.config.ConfigurationReader;
import org.deepcausalmmm.data.config.ConfigurationWriter;
import org.deepcausalmmm.data.panel.PanelReader;
import org.deepcausalmmm.data.source.PreparedData;
import org.deepcausalmmm.data.source.PreparedDataReader;
import org.deepcausalmmm.data.source.RoleChoice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HolidayTableTest {
  private static final LocalDate FIRST = LocalDate.of(2023, 1, 2);

  @TempDir Path directory;
  private Path data = Path.of("");

  @BeforeEach
  void write() throws IOException {
    StringBuilder text = new StringBuilder("week,sales,tv\n");
    for (int i = 0; i < 104; i++) {
      text.append(FIRST.plusWeeks(i)).append(',').append(900 + i % 11).append(',').append(i % 7);
      text.append('\n');
    }
    data = Files.writeString(directory.resolve("data.csv"), text);
    // The headings of Robyn's dt_prophet_holidays.
    Files.writeString(
        directory.resolve("holidays.csv"),
        """
        ds,holiday,country,year
        2023-12-25,Christmas Day,DE,2023
        2024-12-25,Christmas Day (Observed),DE,2024
        2023-07-04,Independence Day,US,2023
        2031-12-25,Christmas Day,DE,2031
        """);
  }

  private PreparedData read(String holidays) {
    ConfigurationDraft draft =
        new ConfigurationReader().read("c.yaml", "data: {holidays: {" + holidays + "}}");
    return new PreparedDataReader().read(data, draft, RoleChoice.detected());
  }

  @Test
  void poolsTheYearsOfAHolidayAndCountsItsLeadDays() {
    PreparedData prepared = read("file: holidays.csv, country: DE, lead: 2");
    Panel panel = new PanelReader().read(prepared.tidy(), 0).usable();

    assertThat(panel.controls()).hasSize(1);
    assertThat(panel.controls().get(0).name()).isEqualTo("holiday_Christmas_Day");
    double[] share = panel.controls().get(0).value()[0];
    // 25 December 2023 is a Monday: its two lead days lie in the week before.
    assertThat(share[50]).isEqualTo(2.0 / 7);
    assertThat(share[51]).isEqualTo(1.0 / 7);
    // In 2024 it is a Wednesday, and all three days lie in its own week.
    assertThat(share[103]).isEqualTo(3.0 / 7);
    assertThat(new ConfigurationWriter().write(prepared.configuration()))
        .contains("file: holidays.csv");
  }

  @Test
  void asksForTheCountryAndForColumnsThatItDoesNotFind() throws IOException {
    assertThatThrownBy(() -> read("file: holidays.csv"))
        .hasMessageContaining("2 countries: DE, US");
    assertThatThrownBy(() -> read("file: holidays.csv, country: FR"))
        .hasMessageContaining("'FR' not among them");
    Files.writeString(directory.resolve("other.csv"), "day,what\n2023-12-25,Christmas\n");
    assertThatThrownBy(() -> read("file: other.csv")).hasMessageContaining("no column 'holiday'");
    assertThat(read("file: other.csv, name: what, date: day").tidy().roles().controls())
        .containsExactly("holiday_Christmas");
  }

  @Test
  void readsNoFileOutsideTheDirectoryOfTheData() throws IOException {
    Path inner = Files.createDirectory(directory.resolve("inner"));
    data = Files.move(data, inner.resolve("data.csv"));
    Files.createSymbolicLink(inner.resolve("link.csv"), directory.resolve("holidays.csv"));

    for (String file : new String[] {"../holidays.csv", "link.csv", "/etc/passwd"}) {
      assertThatThrownBy(() -> read("file: " + file)).hasMessageContaining("is not in");
    }
  }
}
