package org.deepcausalmmm.slides;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.geom.Rectangle2D;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.sl.usermodel.ShapeType;
import org.apache.poi.sl.usermodel.TextParagraph;
import org.apache.poi.util.Units;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFAutoShape;
import org.apache.poi.xslf.usermodel.XSLFChart;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTableRow;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextRun;

/** A presentation in 16:9 that grows by one slide at a time. */
final class Deck implements Closeable {
  private static final Dimension SIZE = new Dimension(960, 540);
  private static final Color INK = new Color(0x1d2430);
  private static final Color QUIET = new Color(0x5d6675);
  private static final Color ACCENT = new Color(0x0b5c8f);
  private static final int MARGIN = 48;
  private static final int WIDTH = SIZE.width - 2 * MARGIN;

  private final XMLSlideShow show = new XMLSlideShow();

  Deck() {
    show.setPageSize(SIZE);
  }

  /** Adds a slide with a title and paragraphs. */
  void text(String title, List<String> paragraphs) {
    XSLFSlide slide = slide(title, 36, 110);
    XSLFTextBox box = box(slide, 190, 280);
    for (String paragraph : paragraphs) {
      add(box.addNewTextParagraph(), paragraph, 20, QUIET).setSpaceAfter(12.0);
    }
  }

  /** Adds a slide with horizontal bars; each series has a value for each category. */
  void bars(String title, List<String> categories, List<ChartSeries> series) {
    chart(title, ChartTypes.BAR, categories, series);
  }

  /** Adds a slide with lines. */
  void lines(String title, List<String> categories, List<ChartSeries> series) {
    chart(title, ChartTypes.LINE, categories, series);
  }

  private void chart(
      String title, ChartTypes type, List<String> categories, List<ChartSeries> series) {
    XSLFSlide slide = slide(title, 22, 90);
    XSLFChart chart = show.createChart();
    new NativeChart(chart, categories, series).draw(type);
    slide.addChart(
        chart,
        new Rectangle2D.Double(
            Units.toEMU(MARGIN), Units.toEMU(130), Units.toEMU(WIDTH), Units.toEMU(370)));
  }

  /** Adds a slide with a table whose first row is its header. */
  void table(String title, List<List<String>> rows) {
    XSLFSlide slide = slide(title, 22, 90);
    XSLFTable table = slide.createTable();
    table.setAnchor(new Rectangle2D.Double(MARGIN, 130, WIDTH, 28.0 * rows.size()));
    for (List<String> cells : rows) {
      XSLFTableRow row = table.addRow();
      row.setHeight(28);
      boolean header = cells == rows.get(0);
      for (int c = 0; c < cells.size(); c++) {
        XSLFTextParagraph paragraph = row.addCell().addNewTextParagraph();
        // The first column names, the last advises; those between hold numbers.
        boolean number = c > 0 && c < cells.size() - 1;
        paragraph.setTextAlign(
            number ? TextParagraph.TextAlign.RIGHT : TextParagraph.TextAlign.LEFT);
        add(paragraph, cells.get(c), 13, header ? QUIET : INK);
      }
    }
    int columns = rows.get(0).size();
    for (int c = 0; c < columns; c++) {
      table.setColumnWidth(c, (double) WIDTH / columns);
    }
  }

  private XSLFSlide slide(String title, double size, int height) {
    XSLFSlide slide = show.createSlide();
    add(box(slide, 36, height).addNewTextParagraph(), title, size, INK);
    return slide;
  }

  private static XSLFTextBox box(XSLFSlide slide, int top, int height) {
    XSLFTextBox box = slide.createTextBox();
    box.setAnchor(new Rectangle2D.Double(MARGIN, top, WIDTH, height));
    box.clearText();
    return box;
  }

  private static XSLFTextParagraph add(
      XSLFTextParagraph paragraph, String text, double size, Color color) {
    XSLFTextRun run = paragraph.addNewTextRun();
    run.setText(printable(text));
    run.setFontSize(size);
    run.setFontColor(color);
    run.setFontFamily("Arial");
    return paragraph;
  }

  /** Returns a text without characters that XML does not have. */
  private static String printable(String text) {
    return text.replace('\u202f', '\u00a0').replaceAll("[\\p{Cntrl}\\uFFFE\\uFFFF]", " ");
  }

  /** Draws a bar along the left edge. */
  private static void mark(XSLFSlide slide) {
    XSLFAutoShape mark = slide.createAutoShape();
    mark.setShapeType(ShapeType.RECT);
    mark.setAnchor(new Rectangle2D.Double(0, 0, 8, SIZE.height));
    mark.setFillColor(ACCENT);
    mark.setLineWidth(0);
  }

  void write(OutputStream out) throws IOException {
    show.getSlides().forEach(Deck::mark);
    show.write(out);
  }

  @Override
  public void close() throws IOException {
    show.close();
  }
}
