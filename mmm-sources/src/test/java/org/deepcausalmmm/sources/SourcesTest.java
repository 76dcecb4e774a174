package org.deepcausalmmm.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.config.ConfigurationDraft;
import org.deepcausalmmm.data.config.ConfigurationReader;
import org.deepcausalmmm.data.panel.PanelReader;
import org.deepcausalmmm.data.source.PreparedData;
import org.deepcausalmmm.data.source.PreparedDataReader;
import org.deepcausalmmm.data.source.RoleChoice;
import org.deepcausalmmm.data.table.ReadingOptions;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.TableReader;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
  private static final LocalDate FIRST = LocalDate.of(2023, 1, 2);

  private static Path workbook(Path folder, int weeks) throws IOException {
    Path file = folder.resolve("data.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Weekly");
      String[] header = {"week", "sales", "tv_spend", "promo"};
      for (int c = 0; c < header.length; c++) {
        sheet.value(0, c, header[c]);
      }
      for (int t = 0; t < weeks; t++) {
        sheet.value(t + 1, 0, FIRST.plusWeeks(t));
        sheet.style(t + 1, 0).format("dd/mm/yyyy").set();
        sheet.value(t + 1, 1, 1000.5 + t);
        sheet.value(t + 1, 2, t % 7);
        sheet.value(t + 1, 3, t % 5 == 0);
      }
      Worksheet notes = workbook.newWorksheet("Notes");
      notes.value(0, 0, "a");
      notes.value(0, 1, "b");
      notes.value(1, 0, 1);
      notes.value(1, 1, 2);
    }
    return file;
  }

  @Test
  void readsTheFirstSheetOfAWorkbookAndANamedOne(@TempDir Path folder) throws IOException {
    Path file = workbook(folder, 3);
    Table table = new TableReader().read(file);
    ReadingOptions named = new ReadingOptions(null, null, null, "Notes", null);

    assertThat(table.header()).containsExactly("week", "sales", "tv_spend", "promo");
    assertThat(table.rows().get(1).cells()).containsExactly("2023-01-09", "1001.5", "1", "0");
    assertThat(new TableReader(named).read(file).header()).containsExactly("a", "b");
  }

  @Test
  void saysWhichSheetsThereAre(@TempDir Path folder) throws IOException {
    Path file = workbook(folder, 3);
    ReadingOptions absent = new ReadingOptions(null, null, null, "Sheet9", null);

    assertThatExceptionOfType(MmmException.class)
        .isThrownBy(() -> new TableReader(absent).read(file))
        .withMessageContaining("Sheet9")
        .withMessageContaining("Weekly");
  }

  @Test
  void readsAWorkbookByAnyName(@TempDir Path folder) throws IOException {
    Path stored = Files.move(workbook(folder, 60), folder.resolve("3f2a9c"));

    assertThat(new TableReader().read(stored).header())
        .containsExactly("week", "sales", "tv_spend", "promo");
  }

  @Test
  void refusesADamagedWorkbook(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("bad.xlsx");
    Files.write(file, new byte[] {'P', 'K', 3, 4, 0, 0, 1, 2, 3});

    assertThatExceptionOfType(MmmException.class)
        .isThrownBy(() -> new TableReader().read(file))
        .satisfies(e -> assertThat(e.code()).startsWith("MMM-DATA-00"));
  }

  @Test
  void addsHolidaysOfACountryAsControls(@TempDir Path folder) throws IOException {
    ConfigurationDraft draft =
        new ConfigurationReader()
            .read("c.yaml", "data: {holidays: {country: DE, lead: 1, lag: 0}}");
    PreparedData data =
        new PreparedDataReader().read(workbook(folder, 110), draft, RoleChoice.detected());
    Panel panel = new PanelReader().read(data.tidy(), 0).panel();
    Panel.Control labour =
        panel.controls().stream()
            .filter(c -> c.name().contains("Labour"))
            .findFirst()
            .orElseThrow();

    // 1 May 2023 is a Monday: the day before belongs to the week before.
    int week = 17;
    assertThat(panel.weeks().label(week)).isEqualTo("2023-05-01");
    assertThat(labour.value()[0][week]).isEqualTo(1 / 7.0);
    assertThat(labour.value()[0][week - 1]).isEqualTo(1 / 7.0);
    assertThat(labour.value()[0][week + 1]).isZero();
    assertThat(data.tidy().findings()).anyMatch(f -> f.code().equals("MMM-DATA-073"));
  }

  @Test
  void knowsNoHolidaysOfACountryThatDoesNotExist() {
    Map<String, Set<LocalDate>> none =
        new JollydayCalendar().holidays("XX", null, FIRST, FIRST.plusYears(1));

    assertThat(none).isEmpty();
  }
}
