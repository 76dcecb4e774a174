package org.deepcausalmmm.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.cli.run.RunDirectory;
import org.deepcausalmmm.core.executor.FitExecutor;
import org.deepcausalmmm.core.executor.PanelFit;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.data.config.FitConfig;
import org.deepcausalmmm.simulation.WorldSpec;
import org.deepcausalmmm.validation.CalibrationRunner;
import org.deepcausalmmm.validation.CalibrationTable;
import org.deepcausalmmm.validation.MarkedSection;
import org.deepcausalmmm.validation.TruthRank;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command that fits worlds drawn from the model's own priors and ranks their truth. */
@Command(
    name = "calibrate",
    mixinStandardHelpOptions = true,
    description = "Check the posterior by worlds from the priors (simulation-based calibration).")
final class CalibrateCommand implements Callable<Integer> {
  private final PluginDirectory plugins;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--worlds",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many worlds to fit (default: ${DEFAULT-VALUE}).")
  private int worlds = 20;

  @Option(
      names = "--regions",
      paramLabel = "N",
      defaultValue = "4",
      description = "Regions of each world (default: ${DEFAULT-VALUE}).")
  private int regions = 4;

  @Option(
      names = "--weeks",
      paramLabel = "N",
      defaultValue = "104",
      description = "Weeks of each world (default: ${DEFAULT-VALUE}).")
  private int weeks = 104;

  @Option(
      names = "--channels",
      paramLabel = "N",
      defaultValue = "3",
      description = "Channels of each world (default: ${DEFAULT-VALUE}).")
  private int channels = 3;

  @Mixin private FitParameters fit = new FitParameters();

  @Mixin private TrialOutput output = new TrialOutput();

  @Mixin private EngineParameters engine = new EngineParameters();

  CalibrateCommand(PluginDirectory plugins) {
    this.plugins = plugins;
  }

  @Override
  public Integer call() {
    OptionalInt submitted = engine.submitted();
    if (submitted.isPresent()) {
      return submitted.getAsInt();
    }
    if (worlds < 1 || worlds > 10_000) {
      throw new ParameterException(
          spec.commandLine(), "--worlds must be 1 to 10000, not %d.".formatted(worlds));
    }
    Optional<MarkedSection> section = output.section("calibration");
    FitConfig config = fit.overrides(null).applyTo(FitConfig.defaults()).withHoldout(0);
    WorldSpec world =
        WorldSpec.builder("calibration").regions(regions).weeks(weeks).channels(channels).build();
    Fitter fitter = new Fitter(new ComponentCreator(plugins.components()));
    List<String> failures = new ArrayList<>();
    try (RunDirectory directory = output.directory();
        ProgressDisplay display = ProgressDisplay.on(spec.commandLine().getErr(), fit.quiet);
        FitExecutor<PanelFit, FittedModel> executor = engine.panels(fitter, plugins)) {
      List<TruthRank> ranks =
          new CalibrationRunner(fitter, executor)
              .run(world, worlds, config.seed(), config, display, failures::add);
      failures.forEach(display::note);
      CalibrationTable.write(ranks, directory.path());
      directory.complete();
      TrialOutput.show(CalibrationTable.cells(ranks), spec.commandLine().getOut(), section);
      return failures.isEmpty() ? 0 : ErrorKind.FIT.exitCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
