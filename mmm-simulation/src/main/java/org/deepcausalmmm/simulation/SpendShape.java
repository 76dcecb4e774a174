package org.deepcausalmmm.simulation;

import java.util.List;
import org.deepcausalmmm.data.Weeks;

/** Random shapes: how the spend of a channel goes over regions and weeks, whatever its amount. */
final class SpendShape {
  private final WorldSpec spec;
  private final Demand demand;
  private final Flights calendar;

  SpendShape(WorldSpec spec, Demand demand, Chance chance) {
    this.spec = spec;
    this.demand = demand;
    this.calendar = Flights.regular(spec.allWeeks(), chance.fork("calendar"));
  }

  /**
   * Draws the spend of a channel per unit of the region's size.
   *
   * @return [region][week]
   */
  double[][] draw(Traits traits, Chance chance) {
    boolean common = chance.happens(spec.media().commonFlighting());
    Flights own = Flights.regular(spec.allWeeks(), chance.fork("flights"));
    Flights rare = Flights.rare(spec.allWeeks(), chance.fork("rare"));
    double[] course = course(traits.pattern(), chance.fork("course"));
    Chance regions = chance.fork("regions");
    double localSd = regions.uniform(0.1, 0.25);
    double noiseSd = regions.uniform(0.1, 0.3);
    double elasticity = spec.demand().chasing() * regions.uniform(0.5, 1.5);
    int lead = regions.integer(1, 3);
    double raise = spec.demand().peak() == 0 ? 0 : regions.fork("peak").uniform(0.3, 1);
    double[] planned = planned(chance.fork("special weeks"));
    double[][] shape = new double[spec.regions()][];
    for (int r = 0; r < shape.length; r++) {
      Chance region = regions.fork("region " + r);
      shape[r] =
          switch (traits.part()) {
            case RARE -> rare.path(region.integer(-1, 1), 0, region);
            case NONE,
                NO_EFFECT,
                LATE,
                COLLINEAR_FIRST,
                COLLINEAR_SECOND,
                FOLLOWS_OUTCOME,
                HARMFUL ->
                traits.pattern() == Traits.Pattern.FLIGHTED
                    ? (common ? calendar : own).path(jitter(region), skipped(), region)
                    : course.clone();
          };
      double multiplier = region.logNormal(spec.regions() == 1 ? 0 : 0.3);
      double[] local = region.autoregression(spec.allWeeks(), 0.8, localSd);
      for (int t = 0; t < spec.allWeeks(); t++) {
        shape[r][t] *= multiplier * Math.exp(local[t]) * region.logNormal(noiseSd);
        shape[r][t] *= campaign(t) * Math.pow(expected(r, t + lead), elasticity);
        shape[r][t] *= Math.exp(0.5 * demand.hidden()[r][t]) * planned[t];
        shape[r][t] *= Math.exp(raise * Demand.beforeChristmas(demand.weeks().yearAngle(t)));
      }
    }
    if (traits.part() == Traits.Part.LATE) {
      double share = chance.fork("late").uniform(0.35, 0.6);
      start(shape, spec.earlierWeeks() + (int) (share * spec.weeks()));
    }
    return shape;
  }

  /**
   * Draws the spend of a second channel that goes with a first one at the wanted correlation within
   * regions, found by bisection of the noise between them.
   */
  double[][] companion(double[][] first, Chance chance) {
    double[][] noise = new double[first.length][];
    for (int r = 0; r < first.length; r++) {
      noise[r] = chance.autoregression(first[r].length, 0.5, 1);
    }
    double low = 0;
    double high = 3;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      double reached = Tables.correlationWithinRows(first, disturbed(first, noise, middle));
      if (reached > spec.media().collinearity()) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return disturbed(first, noise, low);
  }

  private static double[][] disturbed(double[][] first, double[][] noise, double sd) {
    double[][] second = new double[first.length][];
    for (int r = 0; r < first.length; r++) {
      second[r] = first[r].clone();
      for (int t = 0; t < second[r].length; t++) {
        second[r][t] *= Math.exp(sd * noise[r][t]);
      }
    }
    return second;
  }

  /** Draws what promotions and a break of the level do to the spend of each week. */
  private double[] planned(Chance chance) {
    double promoted = chance.happens(0.8) ? chance.uniform(0.5, 1.2) : 0;
    double cut = chance.happens(0.5) ? chance.uniform(0.4, 0.9) : 1;
    double[] planned = new double[spec.allWeeks()];
    for (int t = 0; t < planned.length; t++) {
      planned[t] = Math.exp(promoted * demand.special().promotion()[t]);
      planned[t] *= demand.special().broken(t) ? cut : 1;
    }
    return planned;
  }

  /** Returns demand some weeks ahead against the region's average, as a planner would know it. */
  private double expected(int region, int week) {
    double[] level = demand.level()[region];
    return level[Math.min(week, level.length - 1)] / Tables.mean(level);
  }

  /** Returns the factor of the common calendar on every channel's spend. */
  private double campaign(int week) {
    if (spec.media().commonFlighting() == 0) {
      return 1;
    }
    List<Flights.Burst> bursts = calendar.bursts();
    boolean on = bursts.stream().anyMatch(b -> b.start() <= week && week < b.start() + b.length());
    return Math.exp(spec.media().commonFlighting() * (on ? 0.6 : -0.6));
  }

  private int jitter(Chance chance) {
    return spec.regions() == 1 ? 0 : chance.integer(-2, 2);
  }

  private double skipped() {
    return spec.regions() == 1 ? 0 : 0.1;
  }

  private double[] course(Traits.Pattern pattern, Chance chance) {
    Weeks weeks = demand.weeks();
    double sway = chance.uniform(0.4, 0.9);
    double phase = chance.uniform(0, 2 * Math.PI);
    double growth = chance.sign() * chance.uniform(0.5, 1.2);
    double[] slow = chance.autoregression(weeks.count(), 0.9, chance.uniform(0.15, 0.35));
    double[] course = new double[weeks.count()];
    for (int t = 0; t < course.length; t++) {
      double regular =
          switch (pattern) {
            case SEASONAL -> sway * Math.cos(weeks.yearAngle(t) - phase);
            case TRENDING -> growth * ((double) t / course.length - 0.5);
            case ALWAYS_ON, FLIGHTED -> 0;
          };
      course[t] = Math.exp(regular + slow[t]);
    }
    return course;
  }

  private static void start(double[][] shape, int week) {
    for (double[] row : shape) {
      java.util.Arrays.fill(row, 0, week, 0);
    }
  }
}
