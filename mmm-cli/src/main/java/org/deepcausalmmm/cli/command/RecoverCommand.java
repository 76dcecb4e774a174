package org.deepcausalmmm.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.cli.run.RunDirectory;
import org.deepcausalmmm.core.executor.FitExecutor;
import org.deepcausalmmm.core.executor.PanelFit;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.validation.MarkedSection;
import org.deepcausalmmm.validation.RecoveryRunner;
import org.deepcausalmmm.validation.RecoverySummary;
import org.deepcausalmmm.validation.RecoveryTable;
import org.deepcausalmmm.validation.RecoveryWriter;
import org.deepcausalmmm.validation.Trial;
import org.deepcausalmmm.validation.TrialResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command that fits worlds with known truth and scores their recovery. */
@Command(
    name = "recover",
    mixinStandardHelpOptions = true,
    description = "Fit worlds with known truth and score the recovery.")
final class RecoverCommand implements Callable<Integer> {
  private final PluginDirectory plugins;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private TrialParameters worlds = new TrialParameters();

  @Mixin private TrialOutput output = new TrialOutput();

  @Mixin private EngineParameters engine = new EngineParameters();

  RecoverCommand(PluginDirectory plugins) {
    this.plugins = plugins;
  }

  @Override
  public Integer call() {
    OptionalInt submitted = engine.submitted();
    if (submitted.isPresent()) {
      return submitted.getAsInt();
    }
    List<Supplier<Trial>> trials = worlds.trials();
    Optional<MarkedSection> section = output.section(worlds.recoverySection());
    Fitter fitter = new Fitter(new ComponentCreator(plugins.components()));
    List<TrialResult> results = new ArrayList<>();
    try (RunDirectory directory = output.directory();
        ProgressDisplay display = ProgressDisplay.on(spec.commandLine().getErr(), worlds.quiet());
        FitExecutor<PanelFit, FittedModel> executor = engine.panels(fitter, plugins)) {
      RecoveryRunner runner = new RecoveryRunner(fitter, executor);
      runner.run(
          trials,
          display,
          result -> {
            results.add(result);
            display.note(
                "%s of %s: %s".formatted(results.size(), trials.size(), TrialLine.of(result)));
          });
      RecoverySummary summary = RecoverySummary.of(results);
      RecoveryWriter.write(summary, directory.path());
      directory.complete();
      TrialOutput.show(RecoveryTable.cells(summary), spec.commandLine().getOut(), section);
      return summary.failures().isEmpty() ? 0 : ErrorKind.FIT.exitCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
