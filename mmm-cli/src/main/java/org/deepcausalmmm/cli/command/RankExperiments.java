package org.deepcausalmmm.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.deepcausalmmm.cli.experiment.ValueWriter;
import org.deepcausalmmm.cli.run.DirectoryKind;
import org.deepcausalmmm.cli.run.RunDirectory;
import org.deepcausalmmm.cli.run.RunErrors;
import org.deepcausalmmm.core.planning.FutureWeeks;
import org.deepcausalmmm.core.plugin.Components;
import org.deepcausalmmm.optimizer.media.CandidateExperiment;
import org.deepcausalmmm.optimizer.media.ExperimentRanker;
import org.deepcausalmmm.optimizer.media.ExperimentWorth;
import org.deepcausalmmm.optimizer.media.PlanWindow;
import org.deepcausalmmm.report.text.Human;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command that ranks the experiments that may come next. */
@Command(
    name = "rank",
    mixinStandardHelpOptions = true,
    description = "Rank the experiments that may come next by their value for the next plan.")
final class RankExperiments implements Callable<Integer> {
  private final Supplier<Components> components;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "RUN", description = "The directory that a fit wrote.")
  private Path run = Path.of("");

  @Option(
      names = "--budget",
      required = true,
      paramLabel = "X",
      description = "The media budget of the planned weeks.")
  private double budget;

  @Option(
      names = "--test-budget",
      paramLabel = "B",
      description = "The largest change of spend of a test (default: a tenth of --budget).")
  private @Nullable Double testBudget;

  @Option(
      names = "--window",
      paramLabel = "FROM..TO",
      description = "The planned weeks; default: the quarter after the data.")
  private @Nullable String window;

  @Option(
      names = "--weeks",
      split = ",",
      paramLabel = "N",
      description = "Weeks of a test to try (default: 6).")
  private List<Integer> weeks = new ArrayList<>(List.of(6));

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Seed of regions and simulated results (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The directory to write the ranking to.")
  private Path out = Path.of("");

  @Option(names = "--force", description = "Replace an existing directory of this kind.")
  private boolean force;

  RankExperiments(Supplier<Components> components) {
    this.components = components;
  }

  @Override
  public Integer call() {
    double test = testBudget == null ? budget / 10 : testBudget;
    if (!(budget > 0) || !(test > 0) || weeks.stream().anyMatch(w -> w < 1)) {
      throw new ParameterException(
          spec.commandLine(), "--budget and --test-budget must be above 0, --weeks at least 1.");
    }
    try (RunDirectory directory = RunDirectory.create(out, DirectoryKind.RANKING, force, run)) {
      PlanningModel model = PlanningModel.load(run, components);
      var panel = model.fitted().panel();
      FutureWeeks planned =
          window == null ? PlanWindow.next(panel.weeks()) : PlanWindow.parse(window, panel.weeks());
      List<CandidateExperiment> candidates = CandidateDesigns.of(panel, test, weeks, seed);
      List<ExperimentWorth> ranked =
          new ExperimentRanker(model.fitted(), model.media(), planned, budget, seed)
              .rank(candidates);
      ValueWriter.write(ranked, budget, directory.path());
      directory.complete();
      print(ranked);
      return 0;
    } catch (IOException e) {
      throw RunErrors.notWritten(out, e);
    }
  }

  private void print(List<ExperimentWorth> ranked) {
    PrintWriter terminal = spec.commandLine().getOut();
    terminal.printf(
        "%-16s %-34s %30s %12s %12s%n",
        "channel", "experiment", "value", "net value", "other plan");
    for (ExperimentWorth worth : ranked) {
      terminal.printf(
          Locale.ROOT,
          "%-16s %-34s %30s %12s %11.0f%%%n",
          worth.experiment().channel(),
          worth.experiment().label(),
          Human.signedRange(worth.value()),
          Human.signed(worth.net()),
          100 * worth.changesPlan());
    }
    terminal.flush();
  }
}
