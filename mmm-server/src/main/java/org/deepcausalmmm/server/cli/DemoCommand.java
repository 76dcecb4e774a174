package org.deepcausalmmm.server.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.deepcausalmmm.server.run.RunDirectory;
import org.deepcausalmmm.server.run.RunFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the whole way on a world whose truth is known. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Simulate sample data with known truth, fit them and write the report.")
final class DemoCommand implements Callable<Integer> {
  private static final long SEED = 7;
  private static final int HOLDOUT = 13;

  private final Simulation simulation;
  private final Fitting fitting;
  private final RunMaker maker;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "demo",
      description = "The directory to write (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("demo");

  @Option(names = "--force", description = "Replace an existing demo.")
  private boolean force;

  @Mixin private FitParameters parameters = new FitParameters();

  DemoCommand(Simulation simulation, Fitting fitting, RunMaker maker) {
    this.simulation = simulation;
    this.fitting = fitting;
    this.maker = maker;
  }

  @Override
  public Integer call() {
    FitOverrides overrides = parameters.overrides(HOLDOUT);
    try (RunDirectory directory = RunDirectory.create(out, force);
        ProgressDisplay display =
            ProgressDisplay.on(spec.commandLine().getErr(), parameters.quiet)) {
      Path world = Files.createDirectory(directory.path().resolve("world"));
      simulation.write(simulation.demoScenario(), overrides.seed().orElse(SEED), world);
      FitRequest request =
          new FitRequest(
              world.resolve("data.csv"), Optional.of(world.resolve("config.yaml")), overrides);
      maker.make(fitting, request, directory, display);
      display.note("The simulated data and their truth: " + directory.target().resolve("world"));
      spec.commandLine().getOut().println(directory.target().resolve(RunFiles.REPORT));
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
