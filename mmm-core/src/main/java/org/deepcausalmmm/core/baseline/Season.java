package org.deepcausalmmm.core.baseline;

/**
 * Says how sharply demand may change with the time of the year: the season is a sum of waves whose
 * amplitudes are normal beforehand.
 */
public enum Season {
  /** Three waves, each believed to be smaller than the one before. */
  SMOOTH(3, 0),
  /** Eight waves, the fast ones about as large as a peak of some six weeks makes them. */
  PEAKED(8, 0.03);

  private static final double FIRST_SD = 0.15;

  private final int waves;
  private final double leastSd;

  Season(int waves, double leastSd) {
    this.waves = waves;
    this.leastSd = leastSd;
  }

  /** Gives how many waves there are. */
  int waves() {
    return waves;
  }

  /**
   * Gives the standard deviation of the amplitude of a wave, in units of the mean outcome.
   *
   * @param wave how often it comes a year, from 1
   */
  double sd(int wave) {
    return Math.max(FIRST_SD / wave, leastSd);
  }
}
