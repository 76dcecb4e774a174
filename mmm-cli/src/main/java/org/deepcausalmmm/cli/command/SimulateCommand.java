package org.deepcausalmmm.cli.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.deepcausalmmm.api.NearestName;
import org.deepcausalmmm.cli.run.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command that simulates a world with known truth. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = "Write simulated data, their configuration and their truth to a directory.")
final class SimulateCommand implements Callable<Integer> {
  private final Simulation simulation;

  static final String EARLIER_WEEKS =
      "How many weeks simulated worlds run before their data begin (default: ${DEFAULT-VALUE}).";

  /** A hundred years; more would fill the memory before it says anything of a model. */
  private static final int MOST_WEEKS = 5_200;

  private static final int MOST_REGIONS = 10_000;
  private static final int MOST_CHANNELS = 2_000;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--scenario",
      required = true,
      paramLabel = "NAME",
      description = "The kind of world; an unknown name lists all.")
  private String scenario = "";

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "7",
      description = "The seed of all random numbers (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--earlier-weeks",
      paramLabel = "N",
      defaultValue = "0",
      description = EARLIER_WEEKS)
  private int earlierWeeks;

  @Option(
      names = "--regions",
      paramLabel = "N",
      description = "Number of regions; 1 for national data (default: the scenario's).")
  private int regions;

  @Option(
      names = "--weeks",
      paramLabel = "N",
      description = "Number of weeks, 26 or more (default: the scenario's).")
  private int weeks;

  @Option(
      names = "--channels",
      paramLabel = "N",
      description = "Number of channels (default: the scenario's).")
  private int channels;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The directory to write data.csv, config.yaml and truth.json to.")
  private Path out = Path.of("");

  SimulateCommand(Simulation simulation) {
    this.simulation = simulation;
  }

  @Override
  public Integer call() {
    if (!simulation.scenarios().contains(scenario)) {
      throw new ParameterException(spec.commandLine(), unknown());
    }
    requireAtMost("--earlier-weeks", earlierWeeks, MOST_WEEKS);
    requireAtMost("--weeks", weeks, MOST_WEEKS);
    requireAtMost("--regions", regions, MOST_REGIONS);
    requireAtMost("--channels", channels, MOST_CHANNELS);
    Simulation.SimulatedSize size =
        new Simulation.SimulatedSize(regions, weeks, channels, earlierWeeks);
    try (RunDirectory directory = RunDirectory.create(out)) {
      simulation.write(scenario, seed, size, directory.path());
      directory.complete();
    }
    return 0;
  }

  private void requireAtMost(String option, int value, int most) {
    if (value > most) {
      throw new ParameterException(
          spec.commandLine(), "%s is %d; give at most %d.".formatted(option, value, most));
    }
  }

  private String unknown() {
    return "There is no scenario '%s'.%s The scenarios are %s."
        .formatted(
            scenario,
            NearestName.of(scenario, simulation.scenarios())
                .map(name -> " Did you mean '" + name + "'?")
                .orElse(""),
            String.join(", ", simulation.scenarios()));
  }
}
