package org.deepcausalmmm.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.simulation.Scenario;
import org.deepcausalmmm.simulation.WorldSpec;
import org.deepcausalmmm.validation.Trial;
import org.deepcausalmmm.validation.TrialReader;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The options of the commands that check recovery: the worlds and their fit. */
final class TrialParameters {
  private static final String ALL = "all";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "DIR",
      arity = "0..*",
      description = "Directories with worlds: data beside their truth.")
  private List<Path> directories = new ArrayList<>();

  @Option(
      names = "--scenarios",
      paramLabel = "NAME",
      split = ",",
      description = "Simulate worlds of these scenarios and fit them too; 'all' for each.")
  private List<String> scenarios = new ArrayList<>();

  @Option(
      names = "--seeds",
      paramLabel = "A..B",
      converter = SeedRange.Converter.class,
      defaultValue = "1001..1003",
      description = "Seeds of the simulated worlds (default: ${DEFAULT-VALUE}).")
  private SeedRange seeds = new SeedRange(1001, 1003);

  @Option(
      names = "--earlier-weeks",
      paramLabel = "N",
      defaultValue = "0",
      description = SimulateCommand.EARLIER_WEEKS)
  private int earlierWeeks;

  @Mixin private FitParameters fit = new FitParameters();

  boolean quiet() {
    return fit.quiet;
  }

  /** Returns the name of the section of a text that holds the recovery of such worlds. */
  String recoverySection() {
    return earlierWeeks > 0 ? "recovery-earlier" : "recovery";
  }

  /** Returns the worlds, simulated on demand, so that only one is held at a time. */
  List<Supplier<Trial>> trials() {
    FitOverrides overrides = fit.overrides(null);
    List<Supplier<Trial>> trials = new ArrayList<>();
    for (Path directory : directories) {
      for (Path truth : TrialReader.find(directory)) {
        trials.add(() -> overridden(TrialReader.read(truth), overrides));
      }
    }
    for (Scenario scenario : chosen()) {
      WorldSpec world = scenario.spec().withEarlierWeeks(earlierWeeks);
      for (long seed : seeds.seeds()) {
        trials.add(() -> overridden(Trial.simulated(world, seed), overrides));
      }
    }
    if (trials.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "Nothing to fit: give directories with worlds, or --scenarios.");
    }
    return trials;
  }

  private List<Scenario> chosen() {
    return scenarios.equals(List.of(ALL))
        ? List.of(Scenario.values())
        : scenarios.stream().map(Scenario::of).toList();
  }

  private static Trial overridden(Trial trial, FitOverrides overrides) {
    Configuration own = trial.configuration();
    return trial.with(own.withFit(overrides.applyTo(own.fit())));
  }
}
