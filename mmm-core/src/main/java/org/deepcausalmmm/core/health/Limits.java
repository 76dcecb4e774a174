package org.deepcausalmmm.core.health;

import org.deepcausalmmm.core.analysis.HealthCheck;
import org.deepcausalmmm.core.analysis.HealthCheck.Verdict;

/**
 * Says from where on a figure needs a look and from where on it fails.
 *
 * @param review the first value that does not pass
 * @param fail the first value that fails; above or below {@code review} as the figure is better low
 *     or high
 */
record Limits(double review, double fail) {
  /** Judges a figure; one that is not a number needs a look. */
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
