package org.deepcausalmmm.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.deepcausalmmm.core.analysis.HealthCheck;
import org.deepcausalmmm.core.analysis.HealthCheck.Verdict;
import org.deepcausalmmm.report.run.RunVerdict;

/** The lines that a command prints of health checks. */
final class HealthText {
  private HealthText() {}

  /** Returns the number of checks that pass, then the figure and the advice of each other one. */
  static List<String> lines(List<HealthCheck> checks) {
    List<String> lines = new ArrayList<>();
    long failed = count(checks, Verdict.FAIL);
    long review = count(checks, Verdict.REVIEW);
    lines.add(
        failed + review == 0
            ? "All %s health checks pass.".formatted(checks.size())
            : "%s of %s health checks pass, %s need review, %s fail."
                .formatted(checks.size() - failed - review, checks.size(), review, failed));
    checks.stream()
        .filter(c -> c.verdict() == Verdict.FAIL)
        .map(HealthText::line)
        .forEach(lines::add);
    checks.stream()
        .filter(c -> c.verdict() == Verdict.REVIEW)
        .map(HealthText::line)
        .forEach(lines::add);
    return lines;
  }

  /**
   * Repeats the verdict of the run that something is built on; a failure even where notes are not
   * shown.
   */
  static void repeat(RunVerdict health, RunListener listener) {
    if (health.failed()) {
      listener.warn(health.sentence());
    } else if (!health.passed()) {
      listener.note(health.sentence());
    }
  }

  /** Returns the figure and the advice of each check that fails. */
  static List<String> failures(List<HealthCheck> checks) {
    return checks.stream().filter(c -> c.verdict() == Verdict.FAIL).map(HealthText::line).toList();
  }

  /** Returns the figure and the advice of every check. */
  static List<String> table(List<HealthCheck> checks) {
    return checks.stream().map(HealthText::line).toList();
  }

  private static String line(HealthCheck check) {
    return String.format(
        Locale.ROOT,
        "  %-6s %s = %.3g. %s",
        check.verdict().name().toLowerCase(Locale.ROOT),
        check.check(),
        check.value(),
        check.advice());
  }

  private static long count(List<HealthCheck> checks, Verdict verdict) {
    return checks.stream().filter(c -> c.verdict() == verdict).count();
  }
}
