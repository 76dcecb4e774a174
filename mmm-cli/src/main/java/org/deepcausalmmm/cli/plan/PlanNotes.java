package org.deepcausalmmm.cli.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.report.plan.PlanDirectory;
import org.deepcausalmmm.report.plan.PlanStatement;
import org.deepcausalmmm.report.plan.PlanSummary;
import org.deepcausalmmm.report.text.Human;

/** The lines that a command prints of a plan. */
public final class PlanNotes {
  private static final int MOST_FLAGS = 5;

  private PlanNotes() {}

  /** Returns the lines of a plan that was written to a directory. */
  public static List<String> of(Path directory) {
    PlanSummary plan = PlanDirectory.read(directory).summary();
    PlanStatement statement = new PlanStatement(plan);
    List<String> lines = new ArrayList<>();
    lines.add(statement.spend());
    lines.add(statement.achievement());
    lines.add(statement.proof());
    if (plan.money().unspent() > 0) {
      lines.add(
          "Unspent: %s. %s"
              .formatted(Human.number(plan.money().unspent()), plan.money().unspentReason()));
    }
    if (!statement.belowOne().isEmpty()) {
      lines.add(statement.belowOne());
    }
    if (!statement.notRaised().isEmpty()) {
      lines.add(statement.notRaised());
    }
    List<String> flags = plan.limits().beyondObserved();
    flags.stream().limit(MOST_FLAGS).forEach(lines::add);
    if (flags.size() > MOST_FLAGS) {
      lines.add(
          "%s more amounts exceed the largest that was observed."
              .formatted(flags.size() - MOST_FLAGS));
    }
    return lines.stream().map(plan.window().words()::in).toList();
  }
}
