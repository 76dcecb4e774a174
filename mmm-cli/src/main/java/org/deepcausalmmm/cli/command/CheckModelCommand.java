package org.deepcausalmmm.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.deepcausalmmm.cli.base.CliCode;
import org.deepcausalmmm.cli.run.SummaryUpdate;
import org.deepcausalmmm.core.analysis.HealthCheck;
import org.deepcausalmmm.core.executor.FitExecutor;
import org.deepcausalmmm.core.executor.PanelFit;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.health.RefitExaminer;
import org.deepcausalmmm.core.modelfile.DataFingerprint;
import org.deepcausalmmm.core.modelfile.ModelReader;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.report.files.RunFiles;
import org.deepcausalmmm.report.html.ReportWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command that runs the health checks that fit the model again. */
@Command(
    name = "check-model",
    mixinStandardHelpOptions = true,
    description =
        "Fit a run's model again with another seed, a placebo channel, noisy spend and fewer weeks,"
            + " and add the results to the run's health checks.")
final class CheckModelCommand implements Callable<Integer> {
  private final PluginDirectory plugins;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "RUN", description = "The directory that a fit wrote.")
  private Path run = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "DATA.csv",
      converter = DataConverter.class,
      description = "The data that were fitted.")
  private Path data = Path.of("");

  @Option(names = "--quiet", description = "Show no progress.")
  private boolean quiet;

  @Mixin private EngineParameters engine = new EngineParameters();

  CheckModelCommand(PluginDirectory plugins) {
    this.plugins = plugins;
  }

  @Override
  public Integer call() {
    OptionalInt submitted = engine.submitted();
    if (submitted.isPresent()) {
      return submitted.getAsInt();
    }
    Fitter fitter = new Fitter(new ComponentCreator(plugins.components()));
    FittedModel fitted = new ModelReader(fitter).read(run.resolve(RunFiles.MODEL));
    DataFile file = DataFile.read(data, fitted.configuration());
    if (!DataFingerprint.of(file.data().panel()).equals(DataFingerprint.of(fitted.panel()))) {
      throw CliCode.OTHER_DATA.error(
          "%s does not hold the data to which the model of %s was fitted.".formatted(data, run),
          "Give the file that was fitted, unchanged.");
    }
    List<HealthCheck> checks;
    try (ProgressDisplay display = ProgressDisplay.on(spec.commandLine().getErr(), quiet);
        FitExecutor<PanelFit, FittedModel> executor = engine.panels(fitter, plugins)) {
      checks = new RefitExaminer(fitter, executor).examine(fitted, display);
    }
    SummaryUpdate.addHealth(run, checks);
    ReportWriter.write(run);
    PrintWriter out = spec.commandLine().getOut();
    HealthText.table(checks).forEach(out::println);
    out.flush();
    return 0;
  }
}
