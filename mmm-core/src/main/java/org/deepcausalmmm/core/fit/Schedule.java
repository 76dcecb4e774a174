package org.deepcausalmmm.core.fit;

/**
 * The rounds and steps of training: fixed beforehand, so that nothing looks at a holdout.
 *
 * @param rounds number of rounds; variances are estimated at the start of each
 * @param steps steps of the media parameters in each round
 * @param continued whether training continues an earlier fit
 */
record Schedule(int rounds, int steps, boolean continued) {
  private static final int FIRST_STEPS_OF_VARIANCES = 6;
  private static final double FIRST_RATE = 0.08;
  private static final double MIDDLE_RATE = 0.04;
  private static final double LAST_RATE = 0.024;

  /** Returns the schedule of a fit that starts at the prior. */
  static Schedule fresh(boolean quick) {
    return quick ? new Schedule(4, 50, false) : new Schedule(6, 120, false);
  }

  /** Returns the schedule of a fit that continues an earlier one, with its last rate throughout. */
  static Schedule continuing(boolean quick) {
    return new Schedule(2, quick ? 50 : 60, true);
  }

  /** Returns the most Newton steps of the variances in a round. */
  int varianceSteps(int round) {
    return round == 0 && !continued ? FIRST_STEPS_OF_VARIANCES : ResidualCovariance.STEPS;
  }

  /** Returns whether hypotheses about the covariance are compared at the end of a round. */
  boolean comparesAfter(int round) {
    return !continued && round == middle();
  }

  /**
   * Returns whether shifts of the level are searched for at the end of a round: until the other
   * hypotheses are compared, so that media can settle with them.
   */
  boolean searchesShiftsAfter(int round) {
    return continued ? round == 0 : round <= middle();
  }

  /**
   * Returns whether demand capture is tested for at the end of a round: early, so that media can
   * adapt to its columns, and again when they have.
   */
  boolean detectsCaptureAfter(int round) {
    return !continued && round >= middle() - 2 && round <= middle();
  }

  /**
   * Returns whether moderators of media are chosen at the end of a round: before demand capture is
   * tested for, since what media add in weeks of a promotion is no demand.
   */
  boolean choosesModeratorsAfter(int round) {
    return detectsCaptureAfter(round) || (continued && round == 0);
  }

  /** Returns the round after which hypotheses are compared. */
  int middle() {
    return rounds / 2;
  }

  /** Returns the rate of a step: half a cosine from the round's rate to nearly 0. */
  double rate(int round, int step) {
    double rate =
        continued || round == rounds - 1
            ? LAST_RATE
            : 2 * round < rounds ? FIRST_RATE : MIDDLE_RATE;
    return rate * (0.02 + 0.98 * 0.5 * (1 + Math.cos(Math.PI * step / steps)));
  }
}
