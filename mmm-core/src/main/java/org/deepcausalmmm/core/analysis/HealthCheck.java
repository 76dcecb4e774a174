package org.deepcausalmmm.core.analysis;

/**
 * The result of one health check of a fitted model.
 *
 * @param check a stable name in snake case
 * @param value the figure judged
 * @param advice what the figure means and what to do
 */
public record HealthCheck(String check, Verdict verdict, double value, String advice) {
  /** The outcome of a check. */
  public enum Verdict {
    PASS,
    REVIEW,
    FAIL
  }
}
