package org.deepcausalmmm.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.deepcausalmmm.cli.plan.PlanNotes;
import org.deepcausalmmm.cli.plan.PlanQuestion;
import org.deepcausalmmm.cli.plan.PlanWriter;
import org.deepcausalmmm.cli.run.DirectoryKind;
import org.deepcausalmmm.cli.run.RunDirectory;
import org.deepcausalmmm.core.plugin.Components;
import org.deepcausalmmm.data.PeriodWords;
import org.deepcausalmmm.optimizer.media.MediaPlan;
import org.deepcausalmmm.optimizer.media.MediaPlanner;
import org.deepcausalmmm.optimizer.media.PlanBy;
import org.deepcausalmmm.optimizer.media.PlanMode;
import org.deepcausalmmm.optimizer.media.PlanRequest;
import org.deepcausalmmm.optimizer.media.PlanWindow;
import org.deepcausalmmm.optimizer.problem.OptimizerErrors;
import org.deepcausalmmm.optimizer.risk.Risk;
import org.deepcausalmmm.report.files.PlanFiles;
import org.deepcausalmmm.report.files.PlanRun;
import org.deepcausalmmm.report.run.RunVerdict;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command that optimises the budget of future weeks. */
@Command(
    name = "optimize",
    mixinStandardHelpOptions = true,
    description = "Optimise the budget of future weeks with the model of a run.")
final class OptimizeCommand implements Callable<Integer> {
  private final Supplier<Components> components;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "RUN", description = "The directory that a fit wrote.")
  private Path run = Path.of("");

  @Option(
      names = "--budget",
      paramLabel = "X",
      description =
          "The budget of the whole window: all of it is spent (fixed), it comes on top of the present "
              + "plan (extra), or it is an upper limit (other modes; default: twice the present spend).")
  private @Nullable Double budget;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      defaultValue = "fixed",
      description =
          "fixed: largest outcome for a budget. goal: smallest budget for an outcome. target-roi, "
              + "target-cpa: largest budget at an average ROI or cost. target-mroi: spend until the "
              + "marginal ROI falls to the target. extra: allocate additional budget. reallocate: smallest "
              + "budget for the present outcome. Default: ${DEFAULT-VALUE}.")
  private String mode = "fixed";

  @Option(
      names = "--target",
      paramLabel = "Y",
      description = "The outcome, ROI, mROI or CPA that the mode aims at.")
  private @Nullable Double target;

  @Option(
      names = "--window",
      paramLabel = "FROM..TO",
      description =
          "The weeks that begin on these days or between; default: the quarter after the data.")
  private @Nullable String window;

  @Option(
      names = "--constraints",
      paramLabel = "C.yaml",
      description = "Bounds, groups, fixed channels and further rules.")
  private @Nullable Path constraints;

  @Option(
      names = "--by",
      paramLabel = "LEVEL",
      defaultValue = "channel",
      description = "channel, region, week or region-week (default: ${DEFAULT-VALUE}).")
  private String by = "channel";

  @Option(
      names = "--risk",
      paramLabel = "RISK",
      defaultValue = "mean",
      description =
          "The objective over posterior draws: mean, p10 (the 10%% quantile) or cvar10 (the mean of "
              + "the worst 10%%), with any percentage (default: ${DEFAULT-VALUE}).")
  private String risk = "mean";

  @Option(
      names = "--raise-confounded",
      description =
          "Let the plan raise channels whose evidence is confounded beyond their present spend.")
  private boolean raiseConfounded;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The directory to write the plan to.")
  private Path out = Path.of("");

  @Option(names = "--force", description = "Replace an existing directory of this kind.")
  private boolean force;

  @Option(names = "--quiet", description = "Print errors only.")
  private boolean quiet;

  OptimizeCommand(Supplier<Components> components) {
    this.components = components;
  }

  @Override
  public Integer call() {
    OptionalDouble money = optional(budget);
    OptionalDouble aim = optional(target);
    PlanRequest request =
        new PlanRequest(
            Optional.empty(),
            PlanBy.of(by),
            PlanMode.of(mode).with(money, aim),
            money,
            Risk.parse(risk),
            rules());
    try (RunDirectory directory = RunDirectory.create(out, DirectoryKind.PLAN, force, inputs());
        ProgressDisplay display = ProgressDisplay.on(spec.commandLine().getErr(), quiet)) {
      display.report("loading the model", 0, 0, Double.NaN);
      PlanningModel model = PlanningModel.load(run, components);
      SortedSet<String> notRaised = raiseConfounded ? new TreeSet<>() : Confounded.channels(run);
      PlanRequest asked = request.notRaising(notRaised);
      MediaPlan plan =
          PeriodWords.of(model.fitted().panel()).during(() -> plan(model, asked, display));
      Optional<RunVerdict> health = RunVerdict.of(run);
      PlanQuestion question =
          new PlanQuestion(
              PlanRun.from(directory.target(), run),
              model.fitted().panel().kpi(),
              mode,
              aim,
              risk,
              health,
              notRaised,
              model.fitted().panel().weeks().period());
      PlanWriter.write(plan, question, directory.path());
      directory.complete();
      health.ifPresent(verdict -> HealthText.repeat(verdict, display));
      PlanNotes.of(directory.target()).forEach(display::note);
      display.note("Report: " + directory.target().resolve(PlanFiles.REPORT));
      return 0;
    }
  }

  private MediaPlan plan(PlanningModel model, PlanRequest request, ProgressDisplay display) {
    PlanRequest inWindow =
        window == null
            ? request
            : request.in(PlanWindow.parse(window, model.fitted().panel().weeks()));
    return new MediaPlanner(model.fitted(), model.media(), display).plan(inWindow);
  }

  private Optional<PlanRequest.Constraints> rules() {
    if (constraints == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new PlanRequest.Constraints(constraints.toString(), Files.readString(constraints)));
    } catch (IOException e) {
      throw OptimizerErrors.noConstraints(constraints.toString(), e);
    }
  }

  private Path[] inputs() {
    return constraints == null ? new Path[] {run} : new Path[] {run, constraints};
  }

  private static OptionalDouble optional(@Nullable Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
