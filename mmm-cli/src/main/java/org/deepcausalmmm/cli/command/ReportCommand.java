package org.deepcausalmmm.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.deepcausalmmm.cli.run.HandOutWriter;
import org.deepcausalmmm.report.handout.HandOut;
import org.deepcausalmmm.report.html.ComparisonWriter;
import org.deepcausalmmm.report.html.Reports;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command that writes reports again, and hand-outs of a run. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description =
        "Rewrite report.html from the other files of a run, plan or backtest directory; with options,"
            + " write hand-outs of a run beside it.")
final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "DIR",
      description = "A directory that fit, optimize or backtest wrote.")
  private Path directory = Path.of("");

  @Option(names = "--pdf", description = "Write report.pdf: two pages, then an appendix.")
  private boolean pdf;

  @Option(names = "--xlsx", description = "Write workbook.xlsx: every table on a sheet.")
  private boolean xlsx;

  @Option(names = "--pptx", description = "Write slides.pptx: six slides with native charts.")
  private boolean pptx;

  @Option(
      names = "--compare",
      paramLabel = "OTHER",
      description = "Write comparison.html: the run beside another one, channel by channel.")
  private @Nullable Path other;

  @Override
  public Integer call() {
    List<String> wanted =
        List.of(pdf ? "pdf" : "", xlsx ? "xlsx" : "", pptx ? "pptx" : "").stream()
            .filter(option -> !option.isEmpty())
            .toList();
    List<HandOut> handOuts = wanted.stream().map(this::handOut).toList();
    PrintWriter out = spec.commandLine().getOut();
    out.println(Reports.write(directory));
    for (HandOut handOut : handOuts) {
      out.println(HandOutWriter.write(handOut, directory));
    }
    if (other != null) {
      out.println(ComparisonWriter.write(directory, other));
    }
    out.flush();
    return 0;
  }

  private HandOut handOut(String option) {
    return HandOut.all().stream()
        .filter(handOut -> handOut.option().equals(option))
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "--%s needs the module mmm-slides, which is not installed.".formatted(option)));
  }
}
