package org.deepcausalmmm.core.baseline;

/** The prior of the seasonality: a sum of yearly waves with normal amplitudes. */
public enum Season {
  /** Three waves, the prior of each narrower than that of the one before. */
  SMOOTH(3, 0),
  /** Eight waves, the fast ones with the amplitudes of a peak of some six weeks. */
  PEAKED(8, 0.03);

  private static final double FIRST_SD = 0.15;

  private final int waves;
  private final double leastSd;

  Season(int waves, double leastSd) {
    this.waves = waves;
    this.leastSd = leastSd;
  }

  /** Returns the number of waves. */
  int waves() {
    return waves;
  }

  /**
   * Returns the standard deviation of the amplitude of a wave, in units of the mean outcome.
   *
   * @param wave number of periods a year, from 1
   */
  double sd(int wave) {
    return Math.max(FIRST_SD / wave, leastSd);
  }
}
