package org.deepcausalmmm.core.analysis;

/**
 * Is one check of the fitted model.
 *
 * @param check a stable name in snake case
 * @param value the figure judged
 * @param advice one sentence
 */
public record HealthCheck(String check, Verdict verdict, double value, String advice) {
  /** What came out. */
  public enum Verdict {
    PASS,
    REVIEW,
    FAIL
  }
}
