package org.deepcausalmmm.report.handout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.deepcausalmmm.report.Fixtures;
import org.deepcausalmmm.report.files.CsvFile;
import org.deepcausalmmm.report.files.FileDigests;
import org.deepcausalmmm.report.pdf.PdfReport;
import org.deepcausalmmm.report.xlsx.Workbooks;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandOutTest {
  @TempDir Path parent;

  private static byte[] bytes(HandOut handOut, Path run) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    handOut.write(run, out);
    return out.toByteArray();
  }

  private ReadableWorkbook workbook(Path run) throws IOException {
    return new ReadableWorkbook(new ByteArrayInputStream(bytes(new Workbooks(), run)));
  }

  @Test
  void allAreFoundByTheServiceLoader() {
    assertThat(HandOut.all()).extracting(HandOut::option).contains("pdf", "xlsx");
  }

  @Test
  void theWorkbookHasEveryTableWithTypedColumns() throws IOException {
    Path run = Fixtures.copy("run", parent);
    try (ReadableWorkbook workbook = workbook(run)) {
      Sheet channels = workbook.findSheet("channels").orElseThrow();
      int[] r = {0};
      CsvFile.read(
          run.resolve("channels.csv"),
          row -> {
            try {
              Row cells = channels.read().get(++r[0]);
              assertThat(cells.getCellText(0)).isEqualTo(row.text("channel"));
              assertThat(cells.getCellAsNumber(2).orElseThrow().doubleValue())
                  .isEqualTo(row.number("exposure"));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
      assertThat(r[0]).isEqualTo(4);
      Row week = workbook.findSheet("predictions_total").orElseThrow().read().get(1);
      assertThat(week.getCell(0).getType()).isEqualTo(CellType.NUMBER);
      assertThat(week.getCellAsDate(0)).isPresent();
      assertThat(workbook.findSheet("contents").orElseThrow().read())
          .anyMatch(row -> row.getCellCount() > 1 && row.getCellText(0).equals("contributions"));
      assertThat(workbook.findSheet("health").orElseThrow().read()).hasSizeGreaterThan(2);
    }
  }

  /** Replaces a channel's name in every table. */
  private Path renamed(String name) throws IOException {
    Path run = Fixtures.copy("run", parent);
    try (var files = Files.list(run)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
        String quoted = "\"" + name.replace("\"", "\"\"") + "\"";
        Files.writeString(
            file,
            Files.readString(file)
                .replaceAll("(?m)(^|,)tv,", "$1" + quoted.replace("$", "\\$") + ","));
      }
    }
    Path summary = run.resolve("summary.json");
    Files.writeString(
        summary, Files.readString(summary).replace("\"" + FileDigests.KEY + "\"", "\"unknown\""));
    return run;
  }

  @Test
  void textThatWouldBeAFormulaIsNeutralised() throws IOException {
    try (ReadableWorkbook workbook = workbook(renamed("=HYPERLINK(\"http://x\")"))) {
      Row tv = workbook.findSheet("channels").orElseThrow().read().get(1);
      assertThat(tv.getCell(0).getType()).isEqualTo(CellType.STRING);
      assertThat(tv.getCellText(0)).isEqualTo("'=HYPERLINK(\"http://x\")");
    }
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isGreaterThan(3);
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  void thePdfStatesTheHeadlineAndEveryChannelInAnyLocale() throws IOException {
    Locale machine = Locale.getDefault();
    byte[] pdf;
    try {
      // Neither digits nor scripts may depend on the machine.
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      pdf = bytes(new PdfReport(), Fixtures.copy("run", parent));
    } finally {
      Locale.setDefault(machine);
    }
    assertThat(text(pdf))
        .contains("tv returned 3.47 of revenue per 1 spent, between 2.6 and 4.51")
        .contains("Media contribution", "Return on spend", "Appendix", "Health checks")
        .contains("tv", "search", "social")
        .contains("Use with care");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper second = new PDFTextStripper();
      second.setStartPage(2);
      second.setEndPage(2);
      assertThat(second.getText(document)).contains("Advice").doesNotContain("Appendix");
    }
  }

  @Test
  void namesWithMarkupAndOtherScriptsBreakNothing() throws IOException {
    String name = "<b>&amp; \u0645\u0631\u062d\u0628\u0627 {x|y} " + "n".repeat(200);
    assertThat(text(bytes(new PdfReport(), renamed(name)))).contains("<b>&amp;");
  }
}
