package org.deepcausalmmm.core.analysis;

import org.deepcausalmmm.data.PeriodWords;

/**
 * The result of one health check of a fitted model.
 *
 * @param check a stable name in snake case
 * @param value the figure judged
 * @param advice what the figure means and what to do
 */
public record HealthCheck(String check, Verdict verdict, double value, String advice) {
  /** Returns the check with advice that names the period of the rows. */
  public HealthCheck in(PeriodWords words) {
    return new HealthCheck(check, verdict, value, words.in(advice));
  }

  /** The outcome of a check. */
  public enum Verdict {
    PASS,
    REVIEW,
    FAIL
  }
}
