package org.deepcausalmmm.cli.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.deepcausalmmm.cli.run.ForecastWriter;
import org.deepcausalmmm.cli.run.OutputFile;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.modelfile.ModelReader;
import org.deepcausalmmm.core.planning.PlanForecaster;
import org.deepcausalmmm.core.planning.PlanReader;
import org.deepcausalmmm.core.planning.PlannedForecast;
import org.deepcausalmmm.core.planning.SpendPlan;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.Components;
import org.deepcausalmmm.data.PeriodWords;
import org.deepcausalmmm.data.table.TableReader;
import org.deepcausalmmm.report.files.RunFiles;
import org.deepcausalmmm.report.run.RunVerdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command that forecasts the outcome of future weeks under planned spend. */
@Command(
    name = "forecast",
    mixinStandardHelpOptions = true,
    description = "Forecast the outcome of the weeks after the data under planned spend.")
final class ForecastCommand implements Callable<Integer> {
  private final Supplier<Components> components;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "RUN", description = "The directory that a fit wrote.")
  private Path run = Path.of("");

  @Option(
      names = "--plan",
      required = true,
      paramLabel = "PLAN.csv",
      description = {
        "Planned spend: the columns week[,geo],channel,spend, or week[,geo] and a column for each"
            + " channel (and control). Without geo amounts are national."
      })
  private Path plan = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "F.csv",
      description = "The file to write: a row for each region and week.")
  private Path out = Path.of("");

  @Option(names = "--force", description = "Replace an existing file.")
  private boolean force;

  @Option(names = "--quiet", description = "Show no notes.")
  private boolean quiet;

  ForecastCommand(Supplier<Components> components) {
    this.components = components;
  }

  @Override
  public Integer call() {
    Path file = modelFile();
    OutputFile output = OutputFile.at(out, force, List.of(plan, file));
    Fitter fitter = new Fitter(new ComponentCreator(components.get()));
    FittedModel fitted = new ModelReader(fitter).read(file);
    SpendPlan spend =
        new PlanReader(fitted.panel(), fitted.configuration().data())
            .read(TableReader.ofRowsAsWritten().read(plan));
    PlannedForecast forecast =
        new PlanForecaster(fitted, fitter.mediaModel(fitted)).forecast(spend);
    ForecastWriter.write(forecast, output);
    RunVerdict.of(file.resolveSibling(""))
        .filter(health -> health.failed() || !(quiet || health.passed()))
        .ifPresent(health -> spec.commandLine().getErr().println(health.sentence()));
    PrintWriter terminal = spec.commandLine().getOut();
    ForecastText.totals(forecast).forEach(terminal::println);
    terminal.flush();
    if (!quiet) {
      PrintWriter err = spec.commandLine().getErr();
      ForecastText.notes(fitted, spend, forecast).stream()
          .map(PeriodWords.of(fitted.panel())::in)
          .forEach(err::println);
      err.flush();
    }
    return 0;
  }

  private Path modelFile() {
    return Files.isDirectory(run) ? run.resolve(RunFiles.MODEL) : run;
  }
}
