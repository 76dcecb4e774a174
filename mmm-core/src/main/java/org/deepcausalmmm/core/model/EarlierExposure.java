package org.deepcausalmmm.core.model;

/** An assumption about the exposure before the data, which carries over into their first weeks. */
public enum EarlierExposure {
  /** None: advertising began with the data or later. */
  NONE {
    @Override
    public double before(double[] series) {
      return 0;
    }

    @Override
    public int leadIn(int maxLag, int weeks) {
      return 0;
    }
  },

  /**
   * The mean of the first weeks. That is right on average and wrong in a single week, so that the
   * weeks into which it carries over are excluded from the media likelihood.
   */
  LIKE_FIRST_WEEKS {
    @Override
    public double before(double[] series) {
      int weeks = Math.min(FIRST_WEEKS, series.length);
      double sum = 0;
      for (int t = 0; t < weeks; t++) {
        sum += series[t];
      }
      return weeks == 0 ? 0 : sum / weeks;
    }

    @Override
    public int leadIn(int maxLag, int weeks) {
      return Math.min(maxLag, weeks / WEEKS_PER_WEEK_OF_LEAD_IN);
    }
  };

  /** A quarter of a year: a cycle of campaigns fits into it. */
  private static final int FIRST_WEEKS = 13;

  /** A short history spares at most a twelfth of its weeks. */
  private static final int WEEKS_PER_WEEK_OF_LEAD_IN = 12;

  /**
   * Returns the exposure of each week before a series.
   *
   * @param series [week], relative
   */
  public abstract double before(double[] series);

  /**
   * Returns the number of first weeks that the media likelihood excludes.
   *
   * @param maxLag the greatest lag of the carry-over, in weeks
   * @param weeks used for fitting
   */
  public abstract int leadIn(int maxLag, int weeks);
}
