package org.deepcausalmmm.core.density;

/**
 * The prior of the share of all media in the outcome: logit-normal around 0.3 with standard
 * deviation 1, falling fast above 0.95, and never 1.
 */
public final class MediaSharePrior {
  /** The logit of the expected share. */
  public static final double EXPECTED_LOGIT = Math.log(0.3 / 0.7);

  /** The share above which the density falls fast. */
  public static final double LIKELY_SHARE = 0.95;

  /** Half the curvature of the energy above the likely share. */
  public static final double SLOPE_TO_WALL = 2000;

  /** The share above which the density falls as at a wall. */
  public static final double GREATEST_SHARE = 0.98;

  /** Half the curvature of the energy above the greatest share. */
  public static final double WALL = 1e7;

  /** The share, from 0 or from 1, at which the logit is cut. */
  public static final double LEAST = 1e-4;

  private MediaSharePrior() {}

  /** Returns minus the log density, without its constant. */
  public static double energy(double share) {
    double inside = Math.max(LEAST, Math.min(1 - LEAST, share));
    double off = Math.log(inside / (1 - inside)) - EXPECTED_LOGIT;
    double above = Math.max(0, share - LIKELY_SHARE);
    double beyond = Math.max(0, share - GREATEST_SHARE);
    return off * off / 2 + SLOPE_TO_WALL * above * above + WALL * beyond * beyond;
  }

  /** Returns the derivative of {@link #energy}. */
  static double slope(double share) {
    double above = Math.max(0, share - LIKELY_SHARE);
    double beyond = Math.max(0, share - GREATEST_SHARE);
    double slope = 2 * SLOPE_TO_WALL * above + 2 * WALL * beyond;
    if (share > LEAST && share < 1 - LEAST) {
      double off = Math.log(share / (1 - share)) - EXPECTED_LOGIT;
      slope += off / (share * (1 - share));
    }
    return slope;
  }
}
