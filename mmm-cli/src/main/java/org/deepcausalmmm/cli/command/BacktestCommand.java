package org.deepcausalmmm.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.deepcausalmmm.cli.run.BacktestWriter;
import org.deepcausalmmm.cli.run.DirectoryKind;
import org.deepcausalmmm.cli.run.RunDirectory;
import org.deepcausalmmm.cli.run.RunErrors;
import org.deepcausalmmm.core.backtest.Backtest;
import org.deepcausalmmm.core.backtest.Backtester;
import org.deepcausalmmm.core.executor.FitExecutor;
import org.deepcausalmmm.core.executor.PanelFit;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.data.PeriodWords;
import org.deepcausalmmm.data.config.ConfigurationWriter;
import org.deepcausalmmm.data.panel.TableWindow;
import org.deepcausalmmm.data.shape.TidyTable;
import org.deepcausalmmm.report.files.RunFiles;
import org.deepcausalmmm.report.html.BacktestReportWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command that forecasts past weeks and compares with naive forecasts. */
@Command(
    name = "backtest",
    mixinStandardHelpOptions = true,
    description = {
      "Fit at several rolling origins, forecast the weeks after each, and compare with naive"
          + " forecasts; report how stable each channel's ROI is."
    })
final class BacktestCommand implements Callable<Integer> {
  private final PluginDirectory plugins;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private DataParameters data = new DataParameters();

  @Option(
      names = "--origins",
      paramLabel = "K",
      defaultValue = "4",
      description = "The number of rolling origins (default: ${DEFAULT-VALUE}).")
  private int origins;

  @Option(
      names = "--horizon",
      paramLabel = "N",
      defaultValue = "13",
      description = "The number of weeks to forecast from each (default: ${DEFAULT-VALUE}).")
  private int horizon;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The directory to write; it appears when it is complete.")
  private Path out = Path.of("");

  @Option(names = "--force", description = "Replace an existing directory.")
  private boolean force;

  @Mixin private FitParameters parameters = new FitParameters();

  @Mixin private EngineParameters engine = new EngineParameters();

  BacktestCommand(PluginDirectory plugins) {
    this.plugins = plugins;
  }

  @Override
  public Integer call() {
    OptionalInt submitted = engine.submitted();
    if (submitted.isPresent()) {
      return submitted.getAsInt();
    }
    FitOverrides overrides = parameters.overrides(null).withRoles(data.roles());
    try (RunDirectory directory =
            RunDirectory.create(out, DirectoryKind.BACKTEST, force, data.inputs());
        ProgressDisplay display =
            ProgressDisplay.on(spec.commandLine().getErr(), parameters.quiet)) {
      ComponentCreator creator = new ComponentCreator(plugins.components());
      Fitter fitter = new Fitter(creator);
      DataSource source = DataSource.read(data.file, data.config(), overrides, creator, display);
      TidyTable tidy = source.data().tidy();
      PeriodWords words =
          new PeriodWords(new TableWindow(tidy.table(), tidy.roles()).weeks().period());
      Backtest backtest;
      try (FitExecutor<PanelFit, FittedModel> executor = engine.panels(fitter, plugins)) {
        backtest =
            words.during(
                () ->
                    new Backtester(fitter, executor)
                        .run(
                            tidy.table(),
                            source.data().tidyConfiguration(),
                            origins,
                            horizon,
                            display));
      }
      String configuration = new ConfigurationWriter().write(source.configuration());
      BacktestWriter.write(backtest, words.period(), configuration, directory.path());
      BacktestReportWriter.write(directory.path());
      directory.complete();
      display.note("Report: " + directory.target().resolve(RunFiles.REPORT));
      PrintWriter terminal = spec.commandLine().getOut();
      BacktestText.lines(backtest).stream().map(words::in).forEach(terminal::println);
      terminal.flush();
    } catch (IOException e) {
      throw RunErrors.notWritten(out.toAbsolutePath().normalize(), e);
    }
    return 0;
  }
}
