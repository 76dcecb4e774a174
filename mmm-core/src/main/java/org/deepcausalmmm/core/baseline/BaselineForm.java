package org.deepcausalmmm.core.baseline;

import java.util.ArrayList;
import java.util.List;

/**
 * The form of the shared baseline: its seasonality, and the weeks at which its level shifts.
 *
 * @param shifts first weeks of another level, ascending; the level stays until the next one
 */
public record BaselineForm(Season season, List<Integer> shifts) {
  /** Copies the weeks. */
  public BaselineForm {
    shifts = List.copyOf(shifts);
  }

  /** Returns the form with a seasonality and no shift of the level. */
  public static BaselineForm of(Season season) {
    return new BaselineForm(season, List.of());
  }

  /** Returns the form with another seasonality. */
  public BaselineForm with(Season other) {
    return new BaselineForm(other, shifts);
  }

  /** Returns the form with a further shift of the level. */
  public BaselineForm withShift(int week) {
    List<Integer> weeks = new ArrayList<>(shifts);
    weeks.add(week);
    return new BaselineForm(season, weeks.stream().sorted().toList());
  }

  /** Returns the form without a shift of the level. */
  public BaselineForm withoutShift(int week) {
    return new BaselineForm(season, shifts.stream().filter(other -> other != week).toList());
  }
}
