package org.deepcausalmmm.core.model;

/**
 * Says what exposure is taken for the weeks before the data, which carries over into their first
 * weeks.
 */
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
   * As much as on average in the first weeks. That is true on the whole and false in the single
   * week, so that nothing is learned from the outcomes of the weeks that it reaches into.
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

  /** A quarter of a year, in which a cycle of campaigns has room. */
  private static final int FIRST_WEEKS = 13;

  /** What a short history can spare: a twelfth of its weeks. */
  private static final int WEEKS_PER_WEEK_OF_LEAD_IN = 12;

  /**
   * Gives the exposure of each week before a series.
   *
   * @param series [week], relative
   */
  public abstract double before(double[] series);

  /**
   * Gives from how many first weeks nothing is learned.
   *
   * @param maxLag the greatest lag of the carry-over, in weeks
   * @param weeks used for fitting
   */
  public abstract int leadIn(int maxLag, int weeks);
}
