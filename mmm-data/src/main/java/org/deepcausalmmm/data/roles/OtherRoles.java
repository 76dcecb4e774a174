package org.deepcausalmmm.data.roles;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.deepcausalmmm.data.roles.ColumnGuess.Role;

/** The columns that are neither key nor outcome nor channel: controls, and what is left out. */
final class OtherRoles {
  /** More levels than this are names or remarks rather than categories. */
  private static final int MOST_LEVELS = 20;

  /** A table that holds so many transforms and results comes from a simulation. */
  private static final int SIMULATED = 3;

  private final boolean simulated;
  private final List<String> controls = new ArrayList<>();
  private final List<String> treatments = new ArrayList<>();
  private final List<String> flags = new ArrayList<>();
  private final List<String> derived = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();
  private final List<TableColumn> undecided = new ArrayList<>();

  /**
   * Sorts columns.
   *
   * @param columns of a table
   * @param used names of those that have a role already
   */
  OtherRoles(List<TableColumn> columns, Set<String> used) {
    simulated = columns.stream().filter(c -> c.is(Role.RESULT)).count() >= SIMULATED;
    columns.stream().filter(c -> !used.contains(c.name())).forEach(this::sort);
  }

  private void sort(TableColumn column) {
    ColumnProfile profile = column.profile();
    boolean category = profile.text() && profile.distinct() <= MOST_LEVELS;
    boolean usable = (profile.number() && profile.known() > 0) || category;
    // Simulations name what no model may see by single letters, such as a confounder z.
    boolean letter = simulated && column.name().length() == 1;
    switch (column.role()) {
      case CONTROL -> (usable ? controls : unknown).add(column.name());
      case TREATMENT -> (usable ? treatments : unknown).add(column.name());
      case CALENDAR -> {
        if (calendar(column)) {
          derived.add(column.name());
        } else {
          unclear(column, letter);
        }
      }
      case RESULT, INDEX, REACH, FREQUENCY, ORGANIC_REACH, ORGANIC_FREQUENCY ->
          derived.add(column.name());
      default -> unclear(column, letter);
    }
  }

  /** Returns whether the cells are what a name of the calendar promises. */
  private static boolean calendar(TableColumn column) {
    ColumnProfile profile = column.profile();
    List<String> words = org.deepcausalmmm.data.table.TimeNames.words(column.name());
    boolean shape =
        words.stream()
            .anyMatch(
                Set.of("trend", "seasonality", "seas", "sin", "cos", "fourier", "t")::contains);
    return shape || !profile.number() || profile.between(0, 366) || profile.between(1900, 2199);
  }

  /** Decides by the cells: amounts may be a channel, two levels are a flag. */
  private void unclear(TableColumn column, boolean letter) {
    if (column.profile().flag()
        && column.profile().distinct() == 2
        && column.role() == Role.UNKNOWN) {
      flags.add(column.name());
    } else if ((column.profile().amount() || asFlag(column)) && !letter) {
      undecided.add(column);
    } else {
      unknown.add(column.name());
    }
  }

  /** Returns whether a column of 0 and 1 is named like a medium: on air or not, or a control. */
  private static boolean asFlag(TableColumn column) {
    return column.is(Role.EITHER) && column.profile().flag() && column.profile().distinct() == 2;
  }

  /** Returns the controls, those that are only flags among them. */
  List<String> controls() {
    List<String> all = new ArrayList<>(controls);
    all.addAll(flags);
    return all;
  }

  List<String> treatments() {
    return treatments;
  }

  /** Returns controls whose names say nothing, and whose cells are 0 and 1 only. */
  List<String> flags() {
    return flags;
  }

  /** Returns columns that repeat the calendar, other columns or a model. */
  List<String> derived() {
    return derived;
  }

  /** Returns columns whose names say nothing, and that cannot be channels. */
  List<String> unknown() {
    return unknown;
  }

  /** Returns columns that may be channels as well as controls. */
  List<TableColumn> undecided() {
    return undecided;
  }
}
