package org.deepcausalmmm.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.server.plan.PlanComparison;
import org.deepcausalmmm.server.plan.PlanSummary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts plans side by side. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = "Put plans side by side: a row per figure, a column per plan.")
final class CompareScenarios implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "1..*",
      paramLabel = "PLAN",
      description = "Directories that 'mmm optimize' wrote.")
  private List<Path> plans = new ArrayList<>();

  @Option(names = "--out", paramLabel = "F.csv", description = "A table to write besides.")
  private @Nullable Path out;

  @Override
  public Integer call() {
    PlanComparison comparison = new PlanComparison(plans.stream().map(PlanSummary::read).toList());
    comparison.lines().forEach(spec.commandLine().getOut()::println);
    spec.commandLine().getOut().flush();
    if (out != null) {
      try {
        comparison.write(out);
      } catch (IOException e) {
        throw new MmmException(
            ErrorKind.SYSTEM,
            4,
            "%s cannot be written (%s).".formatted(out, e),
            "Check that its directory is there and can be written.",
            e);
      }
    }
    return 0;
  }
}
