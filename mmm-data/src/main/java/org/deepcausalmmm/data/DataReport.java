package org.deepcausalmmm.data;

import java.util.List;

/**
 * The findings in the data, and what was done about each.
 *
 * @param rows how many rows were read
 * @param missing how many cells of used columns were empty; a row that is absent counts as one
 * @param findings what a user should know, most important first
 */
public record DataReport(int rows, int missing, List<Finding> findings) {
  /** How grave a finding is. */
  public enum Severity {
    ERROR,
    WARNING,
    NOTE
  }

  /**
   * A finding.
   *
   * @param code stable, for example MMM-DATA-021
   * @param what which value, where
   * @param advice what was done, or what to do
   */
  public record Finding(Severity severity, String code, String what, String advice) {}

  public DataReport {
    findings = List.copyOf(findings);
  }
}
