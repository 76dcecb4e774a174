package org.deepcausalmmm.core.plugin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.api.MmmException;

/**
 * The results of a plugin's check, rule by rule.
 *
 * @param place the jar or directory that was checked
 * @param findings one per rule, in the order of checking
 */
public record PluginReport(Path place, List<RuleResult> findings) {

  /** The result of a rule. */
  public enum RuleVerdict {
    PASS,
    FAIL,
    /** Not checked, because an earlier rule failed on which this one relies. */
    SKIP
  }

  /**
   * The verdict on one rule.
   *
   * @param rule the requirement, completing "the plugin ..."
   * @param problems why it fails; empty unless it does
   */
  public record RuleResult(String rule, RuleVerdict verdict, List<MmmException> problems) {
    public RuleResult {
      problems = List.copyOf(problems);
    }
  }

  public PluginReport {
    findings = List.copyOf(findings);
  }

  /** Returns whether every rule is obeyed. */
  public boolean passed() {
    return findings.stream().allMatch(finding -> finding.verdict() == RuleVerdict.PASS);
  }

  /** Returns the first error; empty if there is none. */
  public Optional<MmmException> firstProblem() {
    return findings.stream().flatMap(finding -> finding.problems().stream()).findFirst();
  }

  /** Returns one line per rule, and under a failed one its errors. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (RuleResult finding : findings) {
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
