package org.deepcausalmmm.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.deepcausalmmm.cli.plan.PlanComparison;
import org.deepcausalmmm.cli.plan.ScenarioFigures;
import org.deepcausalmmm.cli.run.OutputFile;
import org.deepcausalmmm.core.planning.PlanReader;
import org.deepcausalmmm.core.planning.SpendPlan;
import org.deepcausalmmm.core.plugin.Components;
import org.deepcausalmmm.data.table.TableReader;
import org.deepcausalmmm.optimizer.media.GivenPlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command that compares plans. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = "Compare plans: a row per figure, a column per plan.")
final class CompareScenarios implements Callable<Integer> {
  private final Supplier<Components> components;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "1..*",
      paramLabel = "PLAN",
      description =
          "Directories that 'mmm optimize' wrote, or files such as their plan.csv, which the model "
              + "evaluates again.")
  private List<Path> plans = new ArrayList<>();

  @Option(
      names = "--run",
      paramLabel = "RUN",
      description =
          "The run that evaluates plans given as files (default: the run that the summary.json beside "
              + "the file names).")
  private @Nullable Path run;

  @Option(
      names = "--out",
      paramLabel = "F.csv",
      description = "Also write the comparison to a CSV file.")
  private @Nullable Path out;

  @Option(names = "--force", description = "Replace an existing file.")
  private boolean force;

  CompareScenarios(Supplier<Components> components) {
    this.components = components;
  }

  @Override
  public Integer call() {
    Optional<OutputFile> output =
        Optional.ofNullable(out).map(file -> OutputFile.at(file, force, inputs()));
    PlanComparison comparison = new PlanComparison(plans.stream().map(this::summary).toList());
    comparison.lines().stream()
        .map(TerminalText::safe)
        .forEach(spec.commandLine().getOut()::println);
    spec.commandLine().getOut().flush();
    output.ifPresent(file -> file.write(comparison::write));
    return 0;
  }

  /** Returns the plans and the runs by which they are judged. */
  private List<Path> inputs() {
    List<Path> inputs = new ArrayList<>(plans);
    if (run != null) {
      inputs.add(run);
    }
    return inputs;
  }

  private ScenarioFigures summary(Path plan) {
    if (!Files.isRegularFile(plan)) {
      return ScenarioFigures.read(plan);
    }
    Path judge = run == null ? ScenarioFigures.runOfPlan(plan) : run;
    PlanningModel model = PlanningModel.load(judge, components);
    SpendPlan spend =
        new PlanReader(model.fitted().panel(), model.fitted().configuration().data())
            .read(TableReader.ofRowsAsWritten().read(plan));
    return ScenarioFigures.of(
        plan.toString(), judge, GivenPlan.of(model.fitted(), model.media(), spend));
  }
}
