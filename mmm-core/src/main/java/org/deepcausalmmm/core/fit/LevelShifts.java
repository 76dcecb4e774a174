package org.deepcausalmmm.core.fit;

import java.util.List;
import org.deepcausalmmm.core.baseline.LevelShiftScan;

/**
 * The search for weeks at which the level of all regions shifts for good or until the next shift.
 *
 * <p>A random walk of one standard deviation either misses a level that breaks or, wide enough for
 * the break, absorbs media everywhere else. Shifts are added one by one, the one with the most
 * evidence first, and the variances are estimated again after each (Chen and Liu 1993, Journal of
 * the American Statistical Association 88).
 */
final class LevelShifts {
  /** Weeks on either side of a shift, below which it cannot be told from a run of outliers. */
  private static final int LEAST_BESIDE = 4;

  /** Weeks to a shift: with more of them, the level moves rather than breaks. */
  private static final int WEEKS_PER_SHIFT = 26;

  private LevelShifts() {}

  /**
   * Returns a covariance with all shifts for which the evidence is very strong, given that any week
   * could have one.
   *
   * @param theta the media parameters
   * @param residual [region][week]: outcome less media
   */
  static ResidualCovariance added(
      ResidualCovariance covariance, double[] theta, double[][] residual) {
    int weeks = residual[0].length;
    ResidualCovariance found = covariance;
    while (found.form().shifts().size() < weeks / WEEKS_PER_SHIFT) {
      int week = strongest(found, theta, residual);
      if (week < 0) {
        return found;
      }
      found =
          found
              .withForm(found.form().withShift(week))
              .estimate(theta, residual, ResidualCovariance.STEPS);
    }
    return found;
  }

  private static int strongest(ResidualCovariance covariance, double[] theta, double[][] residual) {
    List<Integer> known = covariance.form().shifts();
    LevelShiftScan scan = covariance.levelShiftScan(theta, residual);
    double most = limit(residual);
    int strongest = -1;
    for (int t = LEAST_BESIDE; t <= residual[0].length - LEAST_BESIDE; t++) {
      double gain = known.contains(t) ? Double.NEGATIVE_INFINITY : scan.gainOfAdding(t);
      if (gain > most) {
        most = gain;
        strongest = t;
      }
    }
    return strongest;
  }

  /**
   * Returns a covariance without the shifts that media, now better known, explain: one by one, the
   * weakest first.
   */
  static ResidualCovariance pruned(
      ResidualCovariance covariance, double[] theta, double[][] residual) {
    ResidualCovariance kept = covariance;
    while (!kept.form().shifts().isEmpty()) {
      List<Integer> shifts = kept.form().shifts();
      LevelShiftScan scan = kept.levelShiftScan(theta, residual);
      double least = limit(residual);
      int weakest = -1;
      for (int k = 0; k < shifts.size(); k++) {
        if (scan.gainOfKeeping(k) < least) {
          least = scan.gainOfKeeping(k);
          weakest = k;
        }
      }
      if (weakest < 0) {
        return kept;
      }
      kept =
          kept.withForm(kept.form().withoutShift(shifts.get(weakest)))
              .estimate(theta, residual, ResidualCovariance.STEPS);
    }
    return kept;
  }

  /** Very strong evidence, after one shift somewhere was as likely a priori as none. */
  private static double limit(double[][] residual) {
    return ResidualCovariance.VERY_STRONG + 2 * Math.log(residual[0].length);
  }
}
