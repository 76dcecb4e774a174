package org.deepcausalmmm.cli.command;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.data.DataReport;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.DataReport.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command that checks a data file without fitting. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Print the data report of a file; exit code 3 if the data have errors.")
final class CheckCommand implements Callable<Integer> {
  private final Checking checking;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private DataParameters data = new DataParameters();

  CheckCommand(Checking checking) {
    this.checking = checking;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    DataReport report;
    try (ProgressDisplay display = ProgressDisplay.on(spec.commandLine().getErr(), false)) {
      report = checking.check(data.file, data.config(), data.roles(), display);
    }
    out.printf(
        Locale.ROOT,
        "%s rows, %s empty cells, %s errors, %s warnings.%n",
        report.rows(),
        report.missing(),
        count(report, Severity.ERROR),
        count(report, Severity.WARNING));
    for (Finding finding : report.findings()) {
      out.println();
      out.println(
          TerminalText.safe(
              label(finding.severity()) + " " + finding.code() + ": " + finding.what()));
      out.println(TerminalText.safe("  " + finding.advice()));
    }
    out.flush();
    return count(report, Severity.ERROR) == 0 ? 0 : ErrorKind.DATA.exitCode();
  }

  private static long count(DataReport report, Severity severity) {
    return report.findings().stream().filter(f -> f.severity() == severity).count();
  }

  private static String label(Severity severity) {
    return switch (severity) {
      case ERROR -> "Error";
      case WARNING -> "Warning";
      case NOTE -> "Note";
    };
  }
}
