package org.deepcausalmmm.optimizer.constraint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.deepcausalmmm.optimizer.constraint.GivenBounds.Bounds;
import org.deepcausalmmm.optimizer.problem.BudgetProblem;
import org.deepcausalmmm.optimizer.problem.Decision;
import org.deepcausalmmm.optimizer.problem.Limit;
import org.jspecify.annotations.Nullable;

/**
 * The rules that a user writes in YAML, added to a problem.
 *
 * <p>Rules on the same quantity hold together; those that exclude each other are refused.
 *
 * <pre>{@code
 * bounds:            # of a channel in all; absolute, or relative to the present plan
 *   tv: {min: 1000, max: 5000}
 *   "*": {min_change: -30%, max_change: 30%}
 * cell_bounds:       # the same for every region and week of a channel
 *   tv: {max_change: 100%}
 * groups:
 *   - {name: digital, channels: [search, social], min: 2000, max_share: 60%}
 * fixed: {radio: present, print: 800}
 * min_if_on: {tv: 500}
 * change_limit: {tv: {relative: 20%, absolute: 100}}
 * region_shares: {north: {min: 20%, max: 40%}}
 * flights: {tv: [0, 1, 4, 5]}   # the weeks in which it may be on
 * }</pre>
 */
public final class ConstraintFile {
  private static final List<String> KEYS =
      List.of(
          "bounds",
          "cell_bounds",
          "groups",
          "fixed",
          "min_if_on",
          "change_limit",
          "region_shares",
          "flights");
  private static final List<String> BOUNDS = List.of("min", "max", "min_change", "max_change");
  private static final List<String> GROUP =
      List.of("name", "channels", "regions", "weeks", "min", "max", "min_share", "max_share");

  private final CellIndex index;
  private final List<Decision> decisions;
  private final List<Limit> limits;
  private final GivenBounds given = new GivenBounds();
  private final Map<String, Limit> channelLimits = new HashMap<>();

  private ConstraintFile(BudgetProblem problem) {
    index = new CellIndex(problem);
    decisions = new ArrayList<>(problem.decisions());
    limits = new ArrayList<>(problem.limits());
  }

  /**
   * Returns a problem with the rules of a file.
   *
   * @param file the name of the file, for messages
   * @param text the content of the file
   * @throws org.deepcausalmmm.api.MmmException MMM-CONFIG-002 or 008 if the text is no YAML,
   *     MMM-CONFIG-301 to 311, with line and key, if a rule is wrong or contradicts another
   */
  public static BudgetProblem apply(String file, String text, BudgetProblem problem) {
    ConstraintFile reader = new ConstraintFile(problem);
    reader.read(YamlValue.read(file, text).map(KEYS));
    return problem.withDecisions(reader.decisions).withLimits(reader.limits);
  }

  /**
   * Returns the channels whose bounds a file sets by their name, not by {@code *}.
   *
   * @throws org.deepcausalmmm.api.MmmException MMM-CONFIG-002 or 008 if the text is no YAML
   */
  public static Set<String> boundedByName(String file, String text) {
    Set<String> named = new HashSet<>();
    Map<String, YamlValue> rules = YamlValue.read(file, text).map(KEYS);
    for (String key : List.of("bounds", "cell_bounds", "fixed")) {
      section(rules, key, value -> named.addAll(value.map().keySet()));
    }
    named.remove("*");
    return named;
  }

  private void read(Map<String, YamlValue> rules) {
    section(rules, "bounds", v -> eachChannel(v, this::bound));
    section(rules, "cell_bounds", v -> eachChannel(v, this::cellBound));
    section(rules, "groups", v -> v.list().forEach(g -> g.located(() -> group(g))));
    section(rules, "fixed", v -> eachChannel(v, this::fix));
    section(rules, "min_if_on", v -> eachChannel(v, this::minimumIfOn));
    section(rules, "change_limit", v -> eachChannel(v, this::changeLimit));
    section(
        rules, "region_shares", v -> v.map().forEach((r, s) -> s.located(() -> regionShare(r, s))));
    section(rules, "flights", v -> eachChannel(v, this::flight));
  }

  private static void section(
      Map<String, YamlValue> rules, String key, Consumer<YamlValue> reader) {
    YamlValue value = rules.get(key);
    if (value != null) {
      reader.accept(value);
    }
  }

  private interface ChannelRule {
    void read(String channel, List<Integer> cells, YamlValue value);
  }

  /** Applies a rule per channel; {@code *} stands for every channel that is not named. */
  private void eachChannel(YamlValue rules, ChannelRule rule) {
    Map<String, YamlValue> byName = rules.map();
    byName.forEach(
        (name, value) -> {
          Set<String> names = name.equals("*") ? index.channels() : Set.of(name);
          for (String channel : names) {
            if (channel.equals(name) || !byName.containsKey(channel)) {
              value.located(() -> rule.read(channel, index.channel(value.where(), channel), value));
            }
          }
        });
  }

  private void bound(String channel, List<Integer> cells, YamlValue value) {
    if (cells.size() == 1) {
      cellBound(channel, cells, value);
      return;
    }
    Map<String, YamlValue> bounds = value.map(BOUNDS);
    double present = 0;
    for (int cell : cells) {
      present += decisions.get(cell).present();
    }
    boundChannel(
        channel,
        cells,
        new Bounds(
            amount(bounds, "min", present, 0),
            amount(bounds, "max", present, Double.POSITIVE_INFINITY),
            value.where()));
  }

  /** Bounds the sum of a channel's cells by one limit, however many rules there are. */
  private void boundChannel(String channel, List<Integer> cells, Bounds added) {
    String name = "channel " + channel;
    Bounds bounds = given.narrow(channel, name, added);
    Limit limit = new Limit.Group(name, cells, bounds.lower(), bounds.upper());
    Limit before = channelLimits.put(channel, limit);
    if (before == null) {
      limits.add(limit);
    } else {
      limits.set(limits.indexOf(before), limit);
    }
  }

  /** Bounds a cell; what no rule gives stays as it is. */
  private void boundCell(int cell, Bounds added) {
    Decision old = decisions.get(cell);
    Bounds bounds = given.narrow(cell, index.label(cell), added);
    decisions.set(
        cell,
        bounds.lower() == bounds.upper()
            ? old.fixedAt(bounds.lower())
            : old.within(Math.max(old.lower(), bounds.lower()), bounds.upperOr(old.upper())));
  }

  private void cellBound(String channel, List<Integer> cells, YamlValue value) {
    Map<String, YamlValue> bounds = value.map(BOUNDS);
    for (int cell : cells) {
      double present = decisions.get(cell).present();
      boundCell(
          cell,
          new Bounds(
              amount(bounds, "min", present, 0),
              amount(bounds, "max", present, Double.POSITIVE_INFINITY),
              value.where()));
    }
  }

  private static double amount(
      Map<String, YamlValue> bounds, String key, double present, double otherwise) {
    YamlValue absolute = bounds.get(key);
    YamlValue change = bounds.get(key + "_change");
    if (absolute != null) {
      return absolute.money();
    }
    return change == null ? otherwise : present * (1 + change.share());
  }

  private void group(YamlValue value) {
    Map<String, YamlValue> group = value.map(GROUP);
    YamlValue given = group.get("name");
    String name = given == null ? "group at " + value.line() : given.text();
    List<Integer> cells = index.group(group);
    if (group.containsKey("min") || group.containsKey("max")) {
      double lower = amount(group, "min", 0, 0);
      double upper = amount(group, "max", 0, Double.POSITIVE_INFINITY);
      limits.add(new Limit.Group(name, cells, lower, upper));
    }
    if (group.containsKey("min_share") || group.containsKey("max_share")) {
      limits.add(
          new Limit.Share(
              name, cells, share(group.get("min_share"), 0), share(group.get("max_share"), 1)));
    }
  }

  private void fix(String channel, List<Integer> cells, YamlValue value) {
    if (value.text().equals("present")) {
      double present = 0;
      for (int cell : cells) {
        boundCell(cell, exactly(decisions.get(cell).present(), value));
        present += decisions.get(cell).present();
      }
      if (cells.size() > 1) {
        given.narrow(channel, "channel " + channel, exactly(present, value));
      }
    } else if (cells.size() == 1) {
      boundCell(cells.get(0), exactly(value.money(), value));
    } else {
      boundChannel(channel, cells, exactly(value.money(), value));
    }
  }

  private static Bounds exactly(double amount, YamlValue value) {
    return new Bounds(amount, amount, value.where());
  }

  private void minimumIfOn(String channel, List<Integer> cells, YamlValue value) {
    double minimum = value.money();
    for (int cell : cells) {
      if (decisions.get(cell).upper() > 0) { // what is always off has no minimum
        decisions.set(cell, decisions.get(cell).atLeastIfOn(minimum));
      }
    }
  }

  private void changeLimit(String channel, List<Integer> cells, YamlValue value) {
    double absolute = 0;
    double relative;
    if (value.isMap()) {
      Map<String, YamlValue> limit = value.map(List.of("absolute", "relative"));
      relative = share(limit.get("relative"), 0);
      absolute = amount(limit, "absolute", 0, 0);
    } else {
      relative = value.share();
    }
    for (int before : cells) {
      index.week(value.where(), "change_limit", before);
      for (int after : cells) {
        if (index.follows(after, before)) {
          String name = "change to " + index.label(after);
          limits.add(new Limit.Change(name, before, after, absolute, relative));
        }
      }
    }
  }

  private void regionShare(String region, YamlValue value) {
    Map<String, YamlValue> share = value.map(List.of("min", "max"));
    limits.add(
        new Limit.Share(
            "region " + region,
            index.region(value.where(), region),
            share(share.get("min"), 0),
            share(share.get("max"), 1)));
  }

  private void flight(String channel, List<Integer> cells, YamlValue value) {
    Set<Integer> on = index.weeks("flights", value);
    for (int cell : cells) {
      if (!on.contains(index.week(value.where(), "flights", cell))) {
        boundCell(cell, exactly(0, value));
      }
    }
  }

  private static double share(@Nullable YamlValue value, double otherwise) {
    return value == null ? otherwise : value.share();
  }
}
