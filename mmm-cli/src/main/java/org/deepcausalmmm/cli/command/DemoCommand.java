package org.deepcausalmmm.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.deepcausalmmm.cli.plan.PlanQuestion;
import org.deepcausalmmm.cli.plan.PlanWriter;
import org.deepcausalmmm.cli.run.DirectoryKind;
import org.deepcausalmmm.cli.run.RunDirectory;
import org.deepcausalmmm.core.plugin.Components;
import org.deepcausalmmm.optimizer.Mode;
import org.deepcausalmmm.optimizer.media.MediaPlan;
import org.deepcausalmmm.optimizer.media.MediaPlanner;
import org.deepcausalmmm.optimizer.media.PlanBy;
import org.deepcausalmmm.optimizer.media.PlanMode;
import org.deepcausalmmm.optimizer.media.PlanRequest;
import org.deepcausalmmm.optimizer.risk.Risk;
import org.deepcausalmmm.report.files.PlanRun;
import org.deepcausalmmm.report.files.RunFiles;
import org.deepcausalmmm.report.run.RunVerdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command that simulates, fits, plans and reports a world with known truth. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Simulate sample data with known truth, fit them, plan and write the reports.")
final class DemoCommand implements Callable<Integer> {
  private static final long SEED = 7;
  private static final int HOLDOUT = 13;
  private static final String PLAN = "plan";

  private final Simulation simulation;
  private final Fitting fitting;
  private final RunMaker maker;
  private final Supplier<Components> components;

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

  DemoCommand(
      Simulation simulation, Fitting fitting, RunMaker maker, Supplier<Components> components) {
    this.simulation = simulation;
    this.fitting = fitting;
    this.maker = maker;
    this.components = components;
  }

  @Override
  public Integer call() {
    FitOverrides overrides = parameters.overrides(HOLDOUT);
    try (RunDirectory directory = RunDirectory.create(out, DirectoryKind.DEMO, force);
        ProgressDisplay display =
            ProgressDisplay.on(spec.commandLine().getErr(), parameters.quiet)) {
      Path world = Files.createDirectory(directory.path().resolve("world"));
      simulation.write(
          simulation.demoScenario(),
          overrides.seed().orElse(SEED),
          Simulation.SimulatedSize.ofScenario(),
          world);
      FitRequest request =
          new FitRequest(
              world.resolve("data.csv"), Optional.of(world.resolve("config.yaml")), overrides);
      maker.make(fitting, request, directory, display, run -> plan(run, directory, display));
      Path plan = directory.target().resolve(PLAN);
      display.note("Optimised budget of the next 13 weeks: " + plan);
      display.note("Simulated data and their truth: " + directory.target().resolve("world"));
      spec.commandLine().getOut().println(directory.target().resolve(RunFiles.REPORT));
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Optimises the present spend over the 13 weeks after the data. */
  private void plan(Path run, RunDirectory directory, ProgressDisplay display) {
    PlanningModel model = PlanningModel.load(run, components);
    SortedSet<String> notRaised = Confounded.channels(run);
    PlanRequest request =
        new PlanRequest(
            Optional.empty(),
            PlanBy.CHANNEL,
            new Mode.FixedBudget(),
            OptionalDouble.empty(),
            Risk.mean(),
            Optional.empty(),
            notRaised);
    MediaPlan plan = new MediaPlanner(model.fitted(), model.media(), display).plan(request);
    try {
      PlanWriter.write(
          plan,
          new PlanQuestion(
              PlanRun.from(directory.target().resolve(PLAN), directory.target()),
              model.fitted().panel().kpi(),
              PlanMode.FIXED.id(),
              OptionalDouble.empty(),
              "mean",
              RunVerdict.of(run),
              notRaised,
              model.fitted().panel().weeks().period()),
          Files.createDirectory(run.resolve(PLAN)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
