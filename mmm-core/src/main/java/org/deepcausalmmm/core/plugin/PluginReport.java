package org.deepcausalmmm.core.plugin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.api.MmmException;

/**
 * Says which rules a plugin obeys.
 *
 * @param place the jar or directory that was checked
 * @param findings one a rule, in the order of checking
 */
public record PluginReport(Path place, List<Finding> findings) {

  /** What became of a rule. */
  public enum Verdict {
    PASS,
    FAIL,
    /** Not checked, because an earlier rule failed on which this one relies. */
    SKIP
  }

  /**
   * Is the verdict on one rule.
   *
   * @param rule what is demanded, completing "the plugin ..."
   * @param problems why it fails; empty unless it does
   */
  public record Finding(String rule, Verdict verdict, List<MmmException> problems) {
    public Finding {
      problems = List.copyOf(problems);
    }
  }

  public PluginReport {
    findings = List.copyOf(findings);
  }

  /** Tells whether every rule is obeyed. */
  public boolean passed() {
    return findings.stream().allMatch(finding -> finding.verdict() == Verdict.PASS);
  }

  /** Gives why the plugin is refused; empty if it is not. */
  public Optional<MmmException> firstProblem() {
    return findings.stream().flatMap(finding -> finding.problems().stream()).findFirst();
  }

  /** Writes one line a rule, and under a failed one what is wrong and what to do. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Finding finding : findings) {
      String mark =
          switch (finding.verdict()) {
            case PASS -> "pass  ";
            case FAIL -> "FAIL  ";
            case SKIP -> "skip  ";
          };
      lines.add(mark + finding.rule());
      for (MmmException problem : finding.problems()) {
        lines.add("      " + problem.code() + ": " + problem.getMessage());
        lines.add("      " + problem.advice());
      }
    }
    return lines;
  }
}
