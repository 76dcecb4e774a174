package org.deepcausalmmm.core.forecast;

/**
 * The baseline expected at an origin, given the outcomes before it alone: all [region][week], in
 * units of the region's mean outcome.
 *
 * @param shared seasonality, trend and controls
 * @param total the same with level, random walk and AR(1) state
 */
@SuppressWarnings("ArrayRecordComponent") // large numeric arrays, never compared
record BaselinePath(double[][] shared, double[][] total) {

  /** The source of the baseline expected at an origin. */
  @FunctionalInterface
  interface Source {
    /** Returns the baseline given the weeks before an origin. */
    BaselinePath at(int origin);
  }
}
