package org.deepcausalmmm.slides;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFChart;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.deepcausalmmm.report.handout.HandOut;
import org.junit.jupiter.api.Test;

class SlidesTest {
  private static Path run() throws URISyntaxException {
    return Path.of(
        Objects.requireNonNull(Slides.class.getResource("/org/deepcausalmmm/report/run")).toURI());
  }

  @Test
  void theModuleIsFoundByItsOption() {
    assertThat(HandOut.all()).extracting(HandOut::option).contains("pptx");
  }

  @Test
  void sixSlidesHaveTheirSentenceAndNativeCharts() throws IOException, URISyntaxException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Slides().write(run(), out);
    try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(out.toByteArray()))) {
      assertThat(show.getSlides()).hasSize(6);
      assertThat(show.getSlides().get(0).getShapes().get(0).getShapeName()).isNotEmpty();
      List<XSLFChart> charts =
          show.getSlides().stream()
              .flatMap(slide -> slide.getRelations().stream())
              .filter(XSLFChart.class::isInstance)
              .map(XSLFChart.class::cast)
              .toList();
      assertThat(charts).hasSize(4);
      assertThat(charts.get(0).getChartSeries().get(0).getSeriesCount()).isEqualTo(1);
      assertThat(charts.get(1).getChartSeries().get(0).getSeriesCount()).isEqualTo(2);
      assertThat(
              charts.get(0).getWorkbook().getSheetAt(0).getRow(1).getCell(0).getStringCellValue())
          .isEqualTo("baseline");
      assertThat(
              charts.get(0).getWorkbook().getSheetAt(0).getRow(1).getCell(1).getNumericCellValue())
          .isPositive();
      XSLFSlide last = show.getSlides().get(5);
      XSLFTable table = (XSLFTable) last.getShapes().get(1);
      assertThat(table.getNumberOfRows()).isEqualTo(5);
      assertThat(table.getCell(0, 0).getText()).isEqualTo("Channel");
    } catch (org.apache.poi.openxml4j.exceptions.InvalidFormatException e) {
      throw new IOException(e);
    }
  }
}
