package org.deepcausalmmm.core.forecast;

/**
 * Is the baseline as it is expected at an origin, knowing the outcomes before it alone: all
 * [region][week], in units of the region's mean outcome.
 *
 * @param shared season, trend and controls: what moves on by itself
 * @param total the same with level, random walk and regional state, which stay or fade
 */
@SuppressWarnings("ArrayRecordComponent") // large numeric arrays, never compared
record BaselinePath(double[][] shared, double[][] total) {

  /** Gives the baseline expected at an origin. */
  @FunctionalInterface
  interface Source {
    /** Conditions on the weeks before an origin. */
    BaselinePath at(int origin);
  }
}
