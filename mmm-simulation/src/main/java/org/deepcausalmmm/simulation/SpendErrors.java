package org.deepcausalmmm.simulation;

/** Errors of entry in the spend that the data show; what was carried out is not touched. */
final class SpendErrors {
  private final WorldSpec spec;
  private final Chance chance;

  SpendErrors(WorldSpec spec, Chance chance) {
    this.spec = spec;
    this.chance = chance;
  }

  /**
   * Returns what the data show: a few weeks off by a factor of 10 to 20, some with the decimal
   * point one or two places off.
   *
   * @param shown [region][week]
   * @param name of the channel, which decides the errors
   */
  double[][] entered(double[][] shown, String name) {
    if (!spec.has(Departure.SPEND_ERRORS)) {
      return shown;
    }
    Chance own = chance.fork("errors of " + name);
    if (!own.happens(0.6)) {
      return shown;
    }
    double[][] entered = Tables.times(shown, 1);
    int errors = own.integer(2, 5);
    for (int i = 0; i < errors; i++) {
      int week = spec.earlierWeeks() + own.integer(0, spec.weeks() - 1);
      double factor =
          own.happens(0.6) ? own.uniform(10, 20) : Math.pow(10, own.sign() * own.integer(1, 2));
      boolean everywhere = own.happens(0.5);
      int region = own.integer(0, entered.length - 1);
      for (int r = 0; r < entered.length; r++) {
        if (everywhere || r == region) {
          entered[r][week] = Decimals.round(entered[r][week] * factor, 2);
        }
      }
    }
    return entered;
  }
}
