package org.deepcausalmmm.sources;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.deepcausalmmm.data.shape.HolidayCalendar;
import org.jspecify.annotations.Nullable;

/** The holidays of the Jollyday library, by their English names. */
public final class JollydayCalendar implements HolidayCalendar {

  @Override
  public Map<String, Set<LocalDate>> holidays(
      String country, @Nullable String subdivision, LocalDate from, LocalDate to) {
    String code = country.toLowerCase(Locale.ROOT);
    Map<String, Set<LocalDate>> holidays = new TreeMap<>();
    if (HolidayManager.getSupportedCalendarCodes().stream().noneMatch(code::equalsIgnoreCase)) {
      return holidays;
    }
    HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(code));
    String[] parts =
        subdivision == null ? new String[0] : new String[] {subdivision.toLowerCase(Locale.ROOT)};
    for (Holiday holiday : manager.getHolidays(from, to, parts)) {
      holidays.computeIfAbsent(name(holiday), n -> new TreeSet<>()).add(holiday.getDate());
    }
    return holidays;
  }

  private static String name(Holiday holiday) {
    return holiday.getDescription(Locale.ENGLISH).strip().replaceAll("[^\\p{L}\\d]+", "_");
  }
}
