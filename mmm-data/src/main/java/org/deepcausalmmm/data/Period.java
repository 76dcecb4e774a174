package org.deepcausalmmm.data;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The period of a row of a panel. */
public enum Period {
  WEEK("week", 365.25 / 7),
  MONTH("month", 12);

  private final String noun;
  private final double perYear;

  Period(String noun, double perYear) {
    this.noun = noun;
    this.perYear = perYear;
  }

  /** Returns the word for one period. */
  public String noun() {
    return noun;
  }

  /** Returns the word for several periods. */
  public String plural() {
    return noun + "s";
  }

  /** Returns how many periods a year has. */
  public double perYear() {
    return perYear;
  }

  /** Returns how many periods a year has, in whole numbers: 52 weeks or 12 months. */
  public int wholePerYear() {
    return (int) perYear;
  }

  /** Returns a date some periods later. */
  public LocalDate plus(LocalDate date, long periods) {
    return this == WEEK ? date.plusWeeks(periods) : date.plusMonths(periods);
  }

  /** Returns how many whole periods lie between two dates. */
  public long between(LocalDate from, LocalDate to) {
    return (this == WEEK ? ChronoUnit.WEEKS : ChronoUnit.MONTHS).between(from, to);
  }
}
