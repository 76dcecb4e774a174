package org.deepcausalmmm.report.pdf;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.deepcausalmmm.report.files.RunFiles;
import org.deepcausalmmm.report.handout.HandOut;
import org.deepcausalmmm.report.html.HtmlFile;
import org.deepcausalmmm.report.html.ReportData;
import org.deepcausalmmm.report.html.ReportPage;
import org.deepcausalmmm.report.run.ReportModel;
import org.deepcausalmmm.report.run.RunReader;
import org.deepcausalmmm.report.svg.ChartRenderer;

/** The printed report: two pages for a decision, then an appendix for an analyst. */
public final class PdfReport implements HandOut {
  /** A free font that the PDF library brings along. */
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  static {
    // The SVG library draws text with fonts of the platform, which may have none.
    try (InputStream font = font()) {
      GraphicsEnvironment.getLocalGraphicsEnvironment()
          .registerFont(Font.createFont(Font.TRUETYPE_FONT, font));
    } catch (IOException | FontFormatException e) {
      throw new IllegalStateException("The font of the PDF library cannot be read.", e);
    }
  }

  private static InputStream font() {
    return Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), FONT);
  }

  @Override
  public String option() {
    return "pdf";
  }

  @Override
  public String fileName() {
    return RunFiles.PDF;
  }

  @Override
  public void write(Path run, OutputStream out) throws IOException {
    XRLog.setLoggingEnabled(false);
    ReportModel model = RunReader.read(run);
    try (ChartRenderer renderer = new ChartRenderer(ReportData.json(model))) {
      String html =
          HtmlFile.render(
              "print.jte", new PrintPage(new ReportPage(model), renderer), model.words());
      PdfRendererBuilder builder = new PdfRendererBuilder();
      builder.useFastMode();
      builder.useFont(PdfReport::font, ChartRenderer.FONT);
      builder.useSVGDrawer(new BatikSVGDrawer());
      builder.withProducer("mmm " + model.summary().version());
      builder.withHtmlContent(printable(html), null);
      builder.toStream(out);
      builder.run();
    }
  }

  /** Returns the text without characters that XML or the font do not have. */
  private static String printable(String html) {
    StringBuilder text = new StringBuilder(html.length());
    html.codePoints()
        .map(point -> point == '\u202f' ? '\u00a0' : point)
        .filter(point -> point >= ' ' || point == '\n' || point == '\t')
        .filter(point -> point < 0xd800 || point > 0xdfff)
        .filter(point -> point != 0xfffe && point != 0xffff)
        .forEach(text::appendCodePoint);
    return text.toString();
  }
}
