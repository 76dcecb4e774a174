package org.deepcausalmmm.simulation;

/**
 * The reach of a channel and its effect on the people reached.
 *
 * @param unit exposures per head of an average week
 * @param usualFrequency exposures per head, on average, in such a week
 * @param greatestReach share of the people who can be reached at all
 * @param enough exposures after which another one adds little
 * @param emphasis [transition]: effect on becoming aware, considering and buying
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content nowhere
record Persuasion(
    double unit, double usualFrequency, double greatestReach, double enough, double[] emphasis) {

  static Persuasion draw(
      Traits traits, int channels, double[][] exposure, double[] population, Chance chance) {
    double cells = exposure.length * (double) exposure[0].length;
    double perHead = 0;
    for (int r = 0; r < exposure.length; r++) {
      perHead += Tables.sum(exposure[r]) / population[r] / cells;
    }
    double place = channels == 1 ? 0.5 : (double) traits.stage() / (channels - 1);
    double[] emphasis = new double[3];
    for (int step = 0; step < emphasis.length; step++) {
      double distance = place - step / 2.0;
      double fit = Math.exp(-4 * distance * distance);
      emphasis[step] = traits.share() * channels * fit * chance.uniform(0.5, 1.5) * 0.1;
    }
    return new Persuasion(
        Math.max(perHead, 1e-12),
        chance.uniform(0.4, 1.5),
        chance.uniform(0.3, 0.8),
        chance.uniform(1, 4),
        emphasis);
  }

  /**
   * Returns the share of the people who are reached, each counted by how often.
   *
   * @param perHead exposures per head in a week
   */
  double moved(double perHead) {
    double frequency = usualFrequency * perHead / unit;
    double reach = greatestReach * (1 - Math.exp(-frequency / greatestReach));
    return reach == 0 ? 0 : reach * (1 - Math.exp(-frequency / reach / enough));
  }
}
