package org.deepcausalmmm.simulation;

/** One segment of a region's people: the share of them in each state. */
final class People {
  private double unaware = 0.6;
  private double aware = 0.25;
  private double considering = 0.08;
  private double buying = 0.02;
  private double loyal = 0.05;

  /**
   * The rates at which people move in a week without media, as shares of those who could.
   *
   * @param discover who becomes aware
   * @param consider of the aware
   * @param buy of the considering
   * @param forget of the aware, who become unaware
   * @param giveUp of the considering, who stay aware
   * @param stay of the buyers, who become loyal
   * @param leave of the loyal, who are aware again
   * @param repeat of the loyal, who buy and remain so
   */
  record Rates(
      double discover,
      double consider,
      double buy,
      double forget,
      double giveUp,
      double stay,
      double leave,
      double repeat) {

    static Rates draw(Chance chance) {
      return new Rates(
          chance.uniform(0.01, 0.03),
          chance.uniform(0.04, 0.1),
          chance.uniform(0.1, 0.25),
          chance.uniform(0.03, 0.08),
          chance.uniform(0.1, 0.25),
          chance.uniform(0.2, 0.5),
          chance.uniform(0.02, 0.06),
          chance.uniform(0.03, 0.1));
    }

    Rates varied(double sd, Chance chance) {
      return new Rates(
          discover * chance.logNormal(sd),
          consider * chance.logNormal(sd),
          buy * chance.logNormal(sd),
          forget * chance.logNormal(sd),
          giveUp * chance.logNormal(sd),
          Math.min(0.9, stay * chance.logNormal(sd)),
          leave * chance.logNormal(sd),
          repeat * chance.logNormal(sd));
    }
  }

  /**
   * Lets a week pass.
   *
   * @param level demand, 1 if it is as usual
   * @param persuasion [transition]: chance that media take somebody on who would not have gone on
   * @return purchases per head
   */
  double week(Rates rates, double level, double[] persuasion) {
    double discovering = unaware * either(rates.discover(), persuasion[0]);
    double interested = aware * either(Math.min(0.9, rates.consider() * level), persuasion[1]);
    double purchasing = considering * either(Math.min(0.9, rates.buy() * level), persuasion[2]);
    double forgetting = (aware - interested) * rates.forget();
    double givingUp = (considering - purchasing) * rates.giveUp();
    double staying = buying * rates.stay();
    double leaving = loyal * rates.leave();
    double again = loyal * Math.min(0.9, rates.repeat() * level);
    unaware += forgetting - discovering;
    aware += discovering - interested - forgetting + givingUp + leaving + (buying - staying);
    considering += interested - purchasing - givingUp;
    loyal += staying - leaving;
    buying = purchasing;
    return purchasing + again;
  }

  private static double either(double natural, double pushed) {
    return 1 - (1 - natural) * (1 - pushed);
  }
}
