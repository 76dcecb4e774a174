package org.deepcausalmmm.data.shape;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The public holidays of countries, found by {@link java.util.ServiceLoader}. */
public interface HolidayCalendar {

  /**
   * Returns the holidays of a country between two dates, by name.
   *
   * @param country the ISO 3166 code of the country, such as DE
   * @param subdivision the code of a part of it; null for the whole
   * @return empty if the country is not known
   */
  Map<String, Set<LocalDate>> holidays(
      String country, @Nullable String subdivision, LocalDate from, LocalDate to);
}
