package org.deepcausalmmm.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.config.ConfigurationDraft;
import org.deepcausalmmm.data.config.ConfigurationReader;
import org.deepcausalmmm.data.source.PreparedDataReader;
import org.deepcausalmmm.data.source.RoleChoice;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks whose data stand on another sheet than the first. */
class SheetsTest {
  @TempDir private Path directory;

  private Path workbook() throws IOException {
    Path file = directory.resolve("data.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "mmm", "1.0")) {
      Worksheet cover = workbook.newWorksheet("Cover");
      cover.value(0, 0, "Input of the model");
      cover.value(1, 0, "version 3");
      Worksheet weekly = workbook.newWorksheet("Weekly");
      String[] header = {"week", "sales", "tv"};
      for (int c = 0; c < header.length; c++) {
        weekly.value(0, c, header[c]);
      }
      for (int t = 0; t < 60; t++) {
        weekly.value(t + 1, 0, LocalDate.of(2023, 1, 2).plusWeeks(t).toString());
        weekly.value(t + 1, 1, 900 + 11 * t % 29);
        weekly.value(t + 1, 2, 13 * t % 17);
      }
    }
    return file;
  }

  @Test
  void namesTheOtherSheetsWhereTheFirstHoldsNoPanel() throws IOException {
    Path file = workbook();

    assertThatThrownBy(
            () ->
                new PreparedDataReader()
                    .read(file, ConfigurationDraft.defaults(), RoleChoice.detected()))
        .isInstanceOfSatisfying(
            MmmException.class,
            e -> assertThat(e.advice()).contains("'Cover', 'Weekly'", "data.sheet"));
    assertThat(
            new PreparedDataReader()
                .read(
                    file,
                    new ConfigurationReader().read("c.yaml", "data: {sheet: Weekly}"),
                    RoleChoice.detected())
                .tidy()
                .table()
                .rows())
        .hasSize(60);
  }
}
