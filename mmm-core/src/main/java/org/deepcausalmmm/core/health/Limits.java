package org.deepcausalmmm.core.health;

import org.deepcausalmmm.core.analysis.HealthCheck;
import org.deepcausalmmm.core.analysis.HealthCheck.Verdict;

/**
 * The thresholds of a check: where a figure needs a review, and where it fails.
 *
 * @param review the first value that does not pass
 * @param fail the first value that fails; above or below {@code review} as the figure is better low
 *     or high
 */
record Limits(double review, double fail) {
  /** Returns the verdict on a figure; NaN needs a review. */
  Verdict judge(double figure) {
    if (Double.isNaN(figure)) {
      return Verdict.REVIEW;
    }
    boolean betterLow = fail >= review;
    if (betterLow ? figure >= fail : figure <= fail) {
      return Verdict.FAIL;
    }
    return (betterLow ? figure >= review : figure <= review) ? Verdict.REVIEW : Verdict.PASS;
  }

  HealthCheck check(String name, double figure, String advice) {
    return new HealthCheck(name, judge(figure), figure, advice);
  }
}
