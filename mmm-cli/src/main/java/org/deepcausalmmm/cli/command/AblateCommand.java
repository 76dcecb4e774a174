package org.deepcausalmmm.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.cli.run.RunDirectory;
import org.deepcausalmmm.core.executor.FitExecutor;
import org.deepcausalmmm.core.executor.PanelFit;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.validation.Ablation;
import org.deepcausalmmm.validation.AblationSummary;
import org.deepcausalmmm.validation.AblationTable;
import org.deepcausalmmm.validation.MarkedSection;
import org.deepcausalmmm.validation.RecoveryRunner;
import org.deepcausalmmm.validation.RecoverySummary;
import org.deepcausalmmm.validation.RecoveryWriter;
import org.deepcausalmmm.validation.Trial;
import org.deepcausalmmm.validation.TrialResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command that fits worlds without one part of the model at a time. */
@Command(
    name = "ablate",
    mixinStandardHelpOptions = true,
    description = "Fit worlds with known truth by the full model and without each of its parts.")
final class AblateCommand implements Callable<Integer> {
  private final PluginDirectory plugins;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private TrialParameters worlds = new TrialParameters();

  @Option(
      names = "--models",
      paramLabel = "NAME",
      split = ",",
      description =
          "Only these besides 'full': no-gru, no-graph, no-hill, gaussian, no-priors, constant, "
              + "gru-drift.")
  private List<String> models = new ArrayList<>();

  @Mixin private TrialOutput output = new TrialOutput();

  @Mixin private EngineParameters engine = new EngineParameters();

  AblateCommand(PluginDirectory plugins) {
    this.plugins = plugins;
  }

  @Override
  public Integer call() {
    OptionalInt submitted = engine.submitted();
    if (submitted.isPresent()) {
      return submitted.getAsInt();
    }
    List<Ablation> chosen = chosen();
    Optional<MarkedSection> section = output.section("ablation");
    Fitter fitter = new Fitter(new ComponentCreator(plugins.components()));
    try (RunDirectory directory = output.directory();
        ProgressDisplay display = ProgressDisplay.on(spec.commandLine().getErr(), worlds.quiet());
        FitExecutor<PanelFit, FittedModel> executor = engine.panels(fitter, plugins)) {
      AblationSummary summary = run(chosen, new RecoveryRunner(fitter, executor), display);
      RecoveryWriter.write(summary, directory.path());
      directory.complete();
      TrialOutput.show(AblationTable.cells(summary), spec.commandLine().getOut(), section);
      boolean failed = summary.summaries().values().stream().anyMatch(s -> !s.failures().isEmpty());
      return failed ? ErrorKind.FIT.exitCode() : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private AblationSummary run(
      List<Ablation> chosen, RecoveryRunner runner, ProgressDisplay display) {
    List<Supplier<Trial>> trials = worlds.trials();
    List<Supplier<Trial>> fits = new ArrayList<>();
    for (Supplier<Trial> trial : trials) {
      for (Ablation ablation : chosen) {
        fits.add(
            () -> {
              Trial world = trial.get();
              return world.with(ablation.applyTo(world.configuration()));
            });
      }
    }
    Map<Ablation, List<TrialResult>> results = new EnumMap<>(Ablation.class);
    AtomicInteger done = new AtomicInteger();
    runner.run(
        fits,
        display,
        result -> {
          Ablation ablation = chosen.get(done.getAndIncrement() % chosen.size());
          results.computeIfAbsent(ablation, a -> new ArrayList<>()).add(result);
          display.note(
              "%s of %s: %s, %s".formatted(done, fits.size(), ablation.id(), TrialLine.of(result)));
        });
    Map<Ablation, RecoverySummary> summaries = new EnumMap<>(Ablation.class);
    results.forEach((ablation, list) -> summaries.put(ablation, RecoverySummary.of(list)));
    return new AblationSummary(summaries);
  }

  /** Returns the models to fit, always including the full one. */
  private List<Ablation> chosen() {
    List<String> known = Arrays.stream(Ablation.values()).map(Ablation::id).toList();
    for (String model : models) {
      if (!known.contains(model)) {
        throw new ParameterException(
            spec.commandLine(),
            "There is no model '%s'. The models are %s."
                .formatted(model, String.join(", ", known)));
      }
    }
    return Arrays.stream(Ablation.values())
        .filter(a -> a == Ablation.FULL || models.isEmpty() || models.contains(a.id()))
        .toList();
  }
}
