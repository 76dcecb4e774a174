package org.deepcausalmmm.simulation;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.Weeks;

/**
 * Regional weather, a national price index and a holiday, and what they do to demand.
 *
 * @param effect [region][week]: what all of them add to demand, in units of the region's size
 * @param shown those that the data show
 * @param hidden [region][week]: the price index, standardised, if it is withheld; else all 0
 */
@SuppressWarnings("ArrayRecordComponent") // large numeric arrays, never compared
record Controls(double[][] effect, List<Panel.Control> shown, double[][] hidden) {
  private static final List<MonthDay> HOLIDAYS =
      List.of(MonthDay.of(4, 12), MonthDay.of(7, 4), MonthDay.of(11, 26), MonthDay.of(12, 22));

  static Controls draw(WorldSpec spec, Weeks weeks, SpecialWeeks special, Chance chance) {
    double[][] weather = weather(spec, weeks, chance.fork("weather"));
    double[] price = price(spec.allWeeks(), chance.fork("price"));
    double[] holiday = holiday(weeks);
    Chance effects = chance.fork("effects");
    double perWeather = effects.sign() * effects.uniform(0.02, 0.07);
    double perHoliday = effects.uniform(0.1, 0.25);
    double perPrice = -effects.uniform(0.02, 0.06) * (spec.demand().missingControl() ? 4 : 1);
    double[][] effect = new double[spec.regions()][spec.allWeeks()];
    double[][] hidden = new double[spec.regions()][spec.allWeeks()];
    double[][] temperature = new double[spec.regions()][spec.allWeeks()];
    double[][] index = new double[spec.regions()][spec.allWeeks()];
    double[][] dummy = new double[spec.regions()][];
    for (int r = 0; r < spec.regions(); r++) {
      dummy[r] = holiday.clone();
      for (int t = 0; t < spec.allWeeks(); t++) {
        effect[r][t] = perWeather * weather[r][t] + perPrice * price[t] + perHoliday * holiday[t];
        hidden[r][t] = spec.demand().missingControl() ? price[t] : 0;
        temperature[r][t] = Decimals.round(12 + 8 * weather[r][t], 2);
        index[r][t] = Decimals.round(100 + 4 * price[t] - 12 * special.promotion()[t], 3);
      }
    }
    List<Panel.Control> shown = new ArrayList<>();
    shown.add(new Panel.Control("weather", temperature));
    if (!spec.demand().missingControl()) {
      shown.add(new Panel.Control("price_index", index));
    }
    shown.add(new Panel.Control("holiday", dummy));
    if (spec.has(Departure.DENSE_CONTROLS)) {
      shown.addAll(ManyControls.draw(spec, effect, chance.fork("many")));
    }
    return new Controls(effect, shown, hidden);
  }

  private static double[][] weather(WorldSpec spec, Weeks weeks, Chance chance) {
    double[][] value = new double[spec.regions()][];
    for (int r = 0; r < spec.regions(); r++) {
      value[r] = chance.autoregression(spec.allWeeks(), 0.5, 0.6);
      double climate = chance.uniform(0.8, 1.3);
      for (int t = 0; t < spec.allWeeks(); t++) {
        value[r][t] -= climate * Math.cos(weeks.yearAngle(t) - 0.35); // coldest in late January
      }
    }
    return value;
  }

  /** Draws an index that drifts slowly and jumps now and then, standardised. */
  private static double[] price(int length, Chance chance) {
    double[] path = chance.autoregression(length, 0.95, 0.5);
    double steps = 0;
    for (int t = 0; t < length; t++) {
      steps += chance.happens(0.03) ? chance.gaussian() : 0;
      path[t] += steps;
    }
    return Tables.standardised(path);
  }

  private static double[] holiday(Weeks weeks) {
    double[] dummy = new double[weeks.count()];
    for (int t = 0; t < dummy.length; t++) {
      LocalDate monday = LocalDate.parse(weeks.label(t));
      LocalDate next = monday.plusWeeks(1);
      for (MonthDay day : HOLIDAYS) {
        LocalDate date = day.atYear(next.minusDays(1).getYear());
        if (!date.isBefore(monday) && date.isBefore(next)) {
          dummy[t] = 1;
        }
      }
    }
    return dummy;
  }
}
