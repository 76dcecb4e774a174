package org.deepcausalmmm.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.Weeks;

/**
 * The outcome without marketing, and the controls that move it.
 *
 * @param size [region]: typical outcome of a week
 * @param population [region]
 * @param level [region][week]: demand in units of the size, around 1
 * @param controls those that the data show
 * @param hidden [region][week]: a control that the data do not show, standardised; all 0 if none
 * @param special promotions, a break of the level, holidays
 */
@SuppressWarnings("ArrayRecordComponent") // large numeric arrays, never compared
record Demand(
    Weeks weeks,
    double[] size,
    double[] population,
    double[][] level,
    List<Panel.Control> controls,
    double[][] hidden,
    SpecialWeeks special) {
  private static final LocalDate START = LocalDate.of(2022, 1, 3);

  static Demand draw(WorldSpec spec, Chance chance) {
    Weeks weeks = Weeks.from(START.minusWeeks(spec.earlierWeeks()), spec.allWeeks());
    Chance sizes = chance.fork("size");
    double typical = sizes.logUniform(2e4, 2e5) * (spec.regions() == 1 ? 40 : 1);
    double headsPerUnit = sizes.logUniform(5, 20);
    double[] size = new double[spec.regions()];
    double[] population = new double[spec.regions()];
    for (int r = 0; r < spec.regions(); r++) {
      size[r] = typical * sizes.logNormal(spec.regions() == 1 ? 0.3 : 0.8);
      population[r] = Math.rint(size[r] * headsPerUnit * sizes.logNormal(0.15));
    }
    double[] shared = shared(spec, weeks, chance.fork("shared"));
    double[][] local = local(spec, chance.fork("local"));
    SpecialWeeks special = SpecialWeeks.draw(spec, weeks, chance.fork("special weeks"));
    Controls controls = Controls.draw(spec, weeks, special, chance.fork("controls"));
    double[][] level = new double[spec.regions()][spec.allWeeks()];
    for (int r = 0; r < spec.regions(); r++) {
      for (int t = 0; t < spec.allWeeks(); t++) {
        double value = 1 + shared[t] + local[r][t] + controls.effect()[r][t] + special.raised(t);
        level[r][t] = Math.max(0.2, value); // demand never dries up, whatever was drawn
        level[r][t] *= special.broken(t) ? special.brokenLevel() : 1;
      }
    }
    return new Demand(weeks, size, population, level, controls.shown(), controls.hidden(), special);
  }

  /** Returns the weeks that the data have. */
  static Weeks weeksOfData(WorldSpec spec) {
    return Weeks.from(START, spec.weeks());
  }

  /** Adds up the demand of all regions and weeks, in units of the outcome. */
  double total() {
    double total = 0;
    for (int r = 0; r < size.length; r++) {
      for (double value : level[r]) {
        total += size[r] * value;
      }
    }
    return total;
  }

  /** Returns the demand that regions share by week: the mean by size over that of all weeks. */
  double[] shared() {
    double[] shared = new double[level[0].length];
    for (int r = 0; r < size.length; r++) {
      for (int t = 0; t < shared.length; t++) {
        shared[t] += size[r] * level[r][t];
      }
    }
    double mean = Tables.mean(shared);
    for (int t = 0; t < shared.length; t++) {
      shared[t] /= mean;
    }
    return shared;
  }

  /** Draws what moves all regions alike: a random walk, the seasons of the year, a trend. */
  private static double[] shared(WorldSpec spec, Weeks weeks, Chance chance) {
    double[] path = new double[spec.allWeeks()];
    double step = chance.uniform(0.006, 0.014);
    double trend = chance.uniform(-0.15, 0.2);
    double[] amplitude = new double[4];
    double[] phase = new double[4];
    for (int k = 1; k <= 3; k++) {
      amplitude[k] = chance.uniform(0.04, 0.16) / k;
      phase[k] = chance.uniform(0, 2 * Math.PI);
    }
    double walk = 0;
    for (int t = 0; t < path.length; t++) {
      walk += step * chance.gaussian();
      path[t] = walk + trend * ((double) t / path.length - 0.5);
      for (int k = 1; k <= 3; k++) {
        path[t] += amplitude[k] * Math.cos(k * weeks.yearAngle(t) - phase[k]);
      }
    }
    for (int t = 0; t < path.length; t++) {
      path[t] += spec.demand().peak() * beforeChristmas(weeks.yearAngle(t));
    }
    Chance fault = chance.fork("break");
    if (spec.demand().structuralBreak()) {
      int week = spec.earlierWeeks() + fault.integer(2 * spec.weeks() / 5, 7 * spec.weeks() / 10);
      double jump = fault.sign() * fault.uniform(0.25, 0.4);
      for (int t = week; t < path.length; t++) {
        path[t] += jump;
      }
    }
    return path;
  }

  /** Returns a bell over some six weeks around 10 December, of height 1. */
  static double beforeChristmas(double yearAngle) {
    double weeks = 52.18 * (yearAngle / (2 * Math.PI) - 344 / 365.25);
    double off = Math.IEEEremainder(weeks, 52.18) / 1.5;
    return Math.exp(-off * off / 2);
  }

  private static double[][] local(WorldSpec spec, Chance chance) {
    double correlation = chance.uniform(0.5, 0.9);
    double sd = chance.uniform(0.02, 0.06);
    if (spec.has(Departure.DEMAND_CAPTURE)) {
      sd *= chance.fork("volatile").uniform(1.5, 4); // auctions follow what moves much
    }
    List<double[]> paths = new ArrayList<>();
    for (int r = 0; r < spec.regions(); r++) {
      paths.add(chance.autoregression(spec.allWeeks(), correlation, sd));
    }
    return paths.toArray(double[][]::new);
  }
}
