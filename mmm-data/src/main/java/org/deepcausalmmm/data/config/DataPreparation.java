package org.deepcausalmmm.data.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.deepcausalmmm.data.table.ReadingOptions;
import org.jspecify.annotations.Nullable;

/**
 * How a file is read and brought into the shape of a panel.
 *
 * @param reading the form of the file
 * @param duplicates what becomes of two rows of one region and week
 * @param period the period of the rows of the panel
 * @param weekDate which day of a week its date is
 * @param groups by the name of a new column, the columns that are added up for it
 * @param holidays the calendar whose holidays become controls; null for none
 */
public record DataPreparation(
    ReadingOptions reading,
    Duplicates duplicates,
    PeriodChoice period,
    WeekDate weekDate,
    Map<String, List<String>> groups,
    @Nullable HolidayChoice holidays) {

  /** What becomes of two rows of one region and week. */
  public enum Duplicates {
    /** They are an error. */
    REFUSE,
    /** Exact copies are left out; others are an error. */
    DROP,
    /** Their flows are added up. */
    SUM;

    /** Returns the word of a configuration. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The period of the rows of a panel. */
  public enum PeriodChoice {
    /** Months if the data are monthly, weeks otherwise. */
    AUTO,
    WEEK,
    MONTH;

    /** Returns the word of a configuration. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Which day of a week its date is. */
  public enum WeekDate {
    /** The last if the heading of the time says so, as Week Ending does; else the first. */
    BY_HEADING,
    FIRST_DAY,
    LAST_DAY;

    /** Returns the word of a configuration. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns whether dates are last days.
     *
     * @param heading whether the heading says so
     */
    public boolean isLastDay(boolean heading) {
      return this == LAST_DAY || (this == BY_HEADING && heading);
    }
  }

  /**
   * The holidays that become controls.
   *
   * @param country the code of a country, such as DE; null for all rows of the file
   * @param subdivision the code of a part of the country, such as by; null for the whole
   * @param lead how many days before a holiday count along
   * @param lag how many days after a holiday count along
   * @param file the file that lists them; null for the calendar of the country
   */
  public record HolidayChoice(
      @Nullable String country,
      @Nullable String subdivision,
      int lead,
      int lag,
      @Nullable HolidayFile file) {}

  /**
   * A file with one row for each holiday.
   *
   * @param name its path, relative to the directory of the data and inside it
   * @param date the column of the day; null to find the only one with dates
   * @param label the column of the name; null to find it
   */
  public record HolidayFile(String name, @Nullable String date, @Nullable String label) {}

  public DataPreparation {
    Map<String, List<String>> sorted = new TreeMap<>();
    groups.forEach((name, columns) -> sorted.put(name, List.copyOf(columns)));
    groups = Map.copyOf(sorted);
  }

  /** Returns a preparation that infers what it can. */
  public static DataPreparation none() {
    return new DataPreparation(
        ReadingOptions.inferred(),
        Duplicates.REFUSE,
        PeriodChoice.AUTO,
        WeekDate.BY_HEADING,
        Map.of(),
        null);
  }

  /** Returns a copy with other groups. */
  public DataPreparation withGroups(Map<String, List<String>> other) {
    return new DataPreparation(reading, duplicates, period, weekDate, other, holidays);
  }

  /** Returns a copy with weeks that are dated by another day. */
  public DataPreparation withWeekDate(WeekDate other) {
    return new DataPreparation(reading, duplicates, period, other, groups, holidays);
  }
}
