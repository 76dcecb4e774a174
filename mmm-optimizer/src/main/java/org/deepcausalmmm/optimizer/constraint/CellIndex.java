package org.deepcausalmmm.optimizer.constraint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.deepcausalmmm.optimizer.problem.BudgetProblem;
import org.deepcausalmmm.optimizer.problem.Cell;
import org.deepcausalmmm.optimizer.problem.Decision;
import org.deepcausalmmm.optimizer.problem.OptimizerErrors;
import org.jspecify.annotations.Nullable;

/** The cells of channels, regions and weeks by name. */
final class CellIndex {
  private static final String WEEK = "week";

  private final List<Cell> cells;
  private final Set<String> channels = new LinkedHashSet<>();
  private final Set<String> regions = new LinkedHashSet<>();
  private final Set<String> weeks = new LinkedHashSet<>();

  CellIndex(BudgetProblem problem) {
    cells = problem.decisions().stream().map(Decision::cell).toList();
    for (Cell cell : cells) {
      channels.add(cell.channel());
      if (cell.region() != null) {
        regions.add(cell.region());
      }
      if (cell.week() != null) {
        weeks.add(place(cell.week()));
      }
    }
  }

  Set<String> channels() {
    return channels;
  }

  /** Returns the cells of a channel. */
  List<Integer> channel(String where, String name) {
    require(where, "channel", name, channels);
    return select(Set.of(name), regions, weeks);
  }

  /** Returns the cells of a region. */
  List<Integer> region(String where, String name) {
    if (regions.isEmpty()) {
      throw OptimizerErrors.notSplit(where, "region_shares", "region");
    }
    require(where, "region", name, regions);
    return select(channels, Set.of(name), weeks);
  }

  /** Returns the cells of a group; where a key is absent, all are meant. */
  List<Integer> group(Map<String, YamlValue> group) {
    Set<String> inChannels = names(group.get("channels"), "channel", channels);
    Set<String> inRegions = names(group.get("regions"), "region", regions);
    return select(inChannels, inRegions, names(group.get("weeks"), WEEK, weeks));
  }

  /** Returns the week of a cell. */
  int week(String where, String rule, int cell) {
    Cell.Week week = cells.get(cell).week();
    if (week == null) {
      throw OptimizerErrors.notSplit(where, rule, "week");
    }
    return week.place();
  }

  /** Returns whether a cell is another one a week later. */
  boolean follows(int later, int earlier) {
    Cell a = cells.get(later);
    Cell b = cells.get(earlier);
    return a.channel().equals(b.channel())
        && Objects.equals(a.region(), b.region())
        && a.week() != null
        && b.week() != null
        && a.week().place() == b.week().place() + 1;
  }

  /** Returns the places of the weeks that a list names. */
  Set<Integer> weeks(String rule, YamlValue list) {
    if (weeks.isEmpty()) {
      throw OptimizerErrors.notSplit(list.where(), rule, "week");
    }
    Set<Integer> places = new LinkedHashSet<>();
    for (YamlValue value : list.list()) {
      int place = value.index();
      require(value.where(), WEEK, Integer.toString(place), weeks);
      places.add(place);
    }
    return places;
  }

  private static String place(Cell.Week week) {
    return Integer.toString(week.place());
  }

  String label(int cell) {
    return cells.get(cell).label();
  }

  private static Set<String> names(@Nullable YamlValue list, String kind, Set<String> all) {
    if (list == null) {
      return all;
    }
    Set<String> names = new LinkedHashSet<>();
    for (YamlValue value : list.list()) {
      require(value.where(), kind, value.text(), all);
      names.add(value.text());
    }
    return names;
  }

  private static void require(String where, String kind, String name, Collection<String> known) {
    if (!known.contains(name)) {
      if (kind.equals(WEEK) && !known.isEmpty()) {
        throw OptimizerErrors.unknownWeek(where, name, known.size());
      }
      throw OptimizerErrors.unknownName(where, kind, name, known);
    }
  }

  private List<Integer> select(Set<String> inChannels, Set<String> inRegions, Set<String> inWeeks) {
    List<Integer> selected = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      if (inChannels.contains(cell.channel())
          && (cell.region() == null || inRegions.contains(cell.region()))
          && (cell.week() == null || inWeeks.contains(place(cell.week())))) {
        selected.add(i);
      }
    }
    return selected;
  }
}
