package org.deepcausalmmm.simulation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.deepcausalmmm.data.Weeks;

/**
 * Weeks in which demand is far from usual, for a reason that all regions share.
 *
 * @param promotion [week]: depth of the price promotion, 1 for a usual one; 0 for none
 * @param promotionLift by how much a usual promotion raises demand, in units of the usual
 * @param brokenFrom first week of a break of the level
 * @param brokenUntil first week after it; as {@code brokenFrom} if there is none
 * @param brokenLevel what demand is multiplied by during the break
 * @param holiday [week]: by how much a holiday raises demand, in units of the usual
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content nowhere
record SpecialWeeks(
    double[] promotion,
    double promotionLift,
    int brokenFrom,
    int brokenUntil,
    double brokenLevel,
    double[] holiday) {

  static SpecialWeeks draw(WorldSpec spec, Weeks weeks, Chance chance) {
    double[] promotion = new double[weeks.count()];
    if (spec.has(Departure.PROMOTIONS)) {
      promote(promotion, chance.fork("promotions"));
    }
    Chance broken = chance.fork("broken level");
    int length = Math.min(broken.integer(20, 60), spec.weeks() / 2);
    int from = spec.earlierWeeks() + broken.integer(26, Math.max(26, spec.weeks() - length - 13));
    int until = spec.has(Departure.LEVEL_BREAK) ? Math.min(from + length, weeks.count()) : from;
    double level = 1 - broken.uniform(1.0 / 3, 2.0 / 3);
    double[] holiday = new double[weeks.count()];
    if (spec.has(Departure.MOVING_HOLIDAYS)) {
      celebrate(holiday, weeks, chance.fork("moving holidays"));
    }
    double lift = chance.fork("lift of promotions").uniform(0.15, 0.4);
    return new SpecialWeeks(promotion, lift, from, until, level, holiday);
  }

  /** Returns whether a week lies in the break of the level. */
  boolean broken(int week) {
    return brokenFrom <= week && week < brokenUntil;
  }

  /** Returns what raises demand in a week, in units of the usual. */
  double raised(int week) {
    return promotionLift * promotion[week] + holiday[week];
  }

  private static void promote(double[] promotion, Chance chance) {
    int week = chance.integer(0, 8);
    while (week < promotion.length) {
      int length = chance.integer(1, 3);
      double depth = chance.uniform(0.6, 1.4);
      for (int t = week; t < Math.min(promotion.length, week + length); t++) {
        promotion[t] = depth;
      }
      week += length + chance.integer(3, 11);
    }
  }

  /** Lets Easter, Mother's Day and the Friday after Thanksgiving fall into their weeks. */
  private static void celebrate(double[] holiday, Weeks weeks, Chance chance) {
    double easter = chance.uniform(0.3, 0.8);
    double mothers = chance.uniform(0.2, 0.5);
    double friday = chance.uniform(0.3, 0.9);
    for (int t = 0; t < holiday.length; t++) {
      LocalDate monday = LocalDate.parse(weeks.label(t));
      int year = monday.plusDays(6).getYear();
      holiday[t] += in(easter(year).minusDays(2), monday) ? easter : 0;
      holiday[t] += in(mothersDay(year), monday) ? mothers : 0;
      holiday[t] += in(thanksgiving(year).plusDays(1), monday) ? friday : 0;
    }
  }

  private static boolean in(LocalDate date, LocalDate monday) {
    return !date.isBefore(monday) && date.isBefore(monday.plusWeeks(1));
  }

  private static LocalDate mothersDay(int year) {
    return LocalDate.of(year, 5, 1).with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.SUNDAY));
  }

  private static LocalDate thanksgiving(int year) {
    return LocalDate.of(year, 11, 1)
        .with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY));
  }

  /** Returns Easter Sunday by the anonymous Gregorian algorithm (Meeus 1991, chapter 8). */
  static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    return LocalDate.of(year, f / 31, f % 31 + 1);
  }
}
