package org.deepcausalmmm.server.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.Components;
import org.deepcausalmmm.core.recovery.Metric;
import org.deepcausalmmm.core.recovery.RecoveryRunner;
import org.deepcausalmmm.core.recovery.RecoverySummary;
import org.deepcausalmmm.core.recovery.RecoveryTable;
import org.deepcausalmmm.core.recovery.RecoveryWriter;
import org.deepcausalmmm.core.recovery.Trial;
import org.deepcausalmmm.core.recovery.TrialResult;
import org.deepcausalmmm.core.recovery.TrialResult.Failed;
import org.deepcausalmmm.core.recovery.TrialResult.Recovered;
import org.deepcausalmmm.server.run.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fits worlds whose truth is known and says how near the fits come. */
@Command(
    name = "recover",
    mixinStandardHelpOptions = true,
    description = "Fit worlds with known truth and score how well it is recovered.")
final class RecoverCommand implements Callable<Integer> {
  private final Supplier<Components> components;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private TrialParameters worlds = new TrialParameters();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The directory to write the tables to.")
  private Path out = Path.of("");

  @Option(names = "--force", description = "Replace an existing directory of this kind.")
  private boolean force;

  RecoverCommand(Supplier<Components> components) {
    this.components = components;
  }

  @Override
  public Integer call() {
    List<Supplier<Trial>> trials = worlds.trials();
    RecoveryRunner runner = new RecoveryRunner(new Fitter(new ComponentCreator(components.get())));
    List<TrialResult> results = new ArrayList<>();
    try (RunDirectory directory = RunDirectory.create(out, force);
        ProgressDisplay display = ProgressDisplay.on(spec.commandLine().getErr(), worlds.quiet())) {
      for (Supplier<Trial> trial : trials) {
        TrialResult result = runner.run(trial.get(), display);
        results.add(result);
        display.note("%d of %d: %s".formatted(results.size(), trials.size(), line(result)));
      }
      RecoverySummary summary = RecoverySummary.of(results);
      RecoveryWriter.write(summary, directory.path());
      directory.complete();
      RecoveryTable.aligned(RecoveryTable.cells(summary))
          .forEach(spec.commandLine().getOut()::println);
      return summary.failures().isEmpty() ? 0 : ErrorKind.FIT.exitCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(TrialResult result) {
    if (result instanceof Failed failed) {
      return failed.name() + " failed, " + failed.reason();
    }
    StringBuilder line = new StringBuilder(result.name());
    if (result instanceof Recovered recovered) {
      for (Metric metric :
          List.of(
              Metric.CONTRIBUTION_ERROR,
              Metric.DIRECT_ERROR,
              Metric.CURVE_ERROR,
              Metric.COVERAGE_90,
              Metric.FALSE_EDGES,
              Metric.SECONDS)) {
        Double value = recovered.scores().get(metric);
        if (value != null) {
          line.append(String.format(Locale.ROOT, ", %s %.3f", metric.id(), value));
        }
      }
    }
    return line.toString();
  }
}
