package org.deepcausalmmm.report.html;

import java.nio.file.Path;
import org.deepcausalmmm.report.files.BatchFiles;
import org.deepcausalmmm.report.portfolio.PortfolioReader;

/** The writer of a batch's page: one file that opens without a network. */
public final class PortfolioWriter {
  private PortfolioWriter() {}

  /**
   * Writes {@code portfolio.html} from the tables of the batch's directory.
   *
   * @throws org.deepcausalmmm.api.MmmException if the tables cannot be read or the page not written
   */
  public static void write(Path directory) {
    PortfolioPage page = new PortfolioPage(PortfolioReader.read(directory));
    HtmlFile.write(directory.resolve(BatchFiles.PAGE), "portfolio.jte", page);
  }
}
