package org.deepcausalmmm.cli.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.deepcausalmmm.report.html.ReportWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes the report of a run anew. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Rewrite report.html from the other files of a run directory.")
final class ReportCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "RUN", description = "The directory that a fit wrote.")
  private Path run = Path.of("");

  @Override
  public Integer call() {
    ReportWriter.write(run);
    return 0;
  }
}
