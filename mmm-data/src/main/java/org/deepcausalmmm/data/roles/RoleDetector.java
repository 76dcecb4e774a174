package org.deepcausalmmm.data.roles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.NameList;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.config.DataConfig.ChannelColumns;
import org.deepcausalmmm.data.roles.ColumnGuess.Role;
import org.deepcausalmmm.data.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * Detects the roles of columns from their names.
 *
 * <p>It knows the names that this project writes, those of Google Meridian's sample files ({@code
 * Channel0_impression}, {@code x_control}, {@code Organic_x}), of the DeepCausalMMM paper's panel
 * ({@code impressions_x}, {@code control_01}, {@code target_visits}) and of the parameter-recovery
 * benchmark ({@code x1_name}, {@code c1}, {@code y}). A column whose name says nothing is reported
 * and left out.
 */
public final class RoleDetector {
  private static final String NAME_IT =
      "Write a configuration that names the columns under data: (time, outcome, channels, ...).";

  /**
   * Detects roles.
   *
   * @throws org.deepcausalmmm.api.MmmException if there is no time, outcome or channel, or more
   *     than one outcome
   */
  public DetectedRoles detect(Table table) {
    Map<String, ColumnGuess> guesses = new LinkedHashMap<>();
    table.header().forEach(column -> guesses.put(column, ColumnGuess.of(column)));
    leaveTotalsOut(guesses);
    Set<String> used = new LinkedHashSet<>();
    DataConfig roles =
        new DataConfig(
            best(guesses, Role.GEO),
            required(table, guesses, Role.TIME, "the time, such as week or date"),
            outcome(table, guesses),
            best(guesses, Role.REVENUE_PER_KPI),
            best(guesses, Role.POPULATION),
            channels(guesses),
            all(guesses, Role.ORGANIC).stream()
                .map(c -> new ChannelColumns(guess(guesses, c).name(), null, c))
                .toList(),
            all(guesses, Role.CONTROL));
    if (roles.channels().isEmpty() && roles.organic().isEmpty()) {
      throw DataCode.ROLES_UNKNOWN.error(
          "%s has no column that looks like a channel, such as tv_spend or tv_impressions; its columns are: %s."
              .formatted(table.source(), NameList.list(table.header())),
          NAME_IT);
    }
    collect(roles, used);
    List<String> unused = table.header().stream().filter(c -> !used.contains(c)).toList();
    return new DetectedRoles(roles, unused, findings(roles, unused));
  }

  /** Leaves out columns that hold the sum of all channels, if there are others. */
  private static void leaveTotalsOut(Map<String, ColumnGuess> guesses) {
    boolean others = guesses.values().stream().anyMatch(g -> marketing(g) && !g.ofAllChannels());
    if (others) {
      guesses.replaceAll(
          (column, guess) ->
              marketing(guess) && guess.ofAllChannels()
                  ? new ColumnGuess(Role.UNKNOWN, column, 0)
                  : guess);
    }
  }

  private static boolean marketing(ColumnGuess guess) {
    return guess.role() == Role.SPEND || guess.role() == Role.EXPOSURE;
  }

  private static ColumnGuess guess(Map<String, ColumnGuess> guesses, String column) {
    return java.util.Objects.requireNonNull(guesses.get(column));
  }

  private static List<String> all(Map<String, ColumnGuess> guesses, Role role) {
    return guesses.entrySet().stream()
        .filter(e -> e.getValue().role() == role)
        .sorted(Comparator.comparingInt(e -> e.getValue().rank()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static @Nullable String best(Map<String, ColumnGuess> guesses, Role role) {
    List<String> columns = all(guesses, role);
    return columns.isEmpty() ? null : columns.get(0);
  }

  private static String required(
      Table table, Map<String, ColumnGuess> guesses, Role role, String what) {
    String column = best(guesses, role);
    if (column == null) {
      throw DataCode.ROLES_UNKNOWN.error(
          "%s has no column that looks like %s; its columns are: %s."
              .formatted(table.source(), what, NameList.list(table.header())),
          NAME_IT);
    }
    return column;
  }

  private static String outcome(Table table, Map<String, ColumnGuess> guesses) {
    List<String> candidates = all(guesses, Role.OUTCOME);
    if (candidates.size() > 1) {
      throw DataCode.ROLES_AMBIGUOUS.error(
          "Any of these columns of %s may be the outcome: %s."
              .formatted(table.source(), NameList.list(candidates)),
          "Write a configuration that names one at data.outcome.");
    }
    return required(table, guesses, Role.OUTCOME, "the outcome, such as revenue or conversions");
  }

  /** Joins spend and exposure of the same channel, in the order of the table. */
  private static List<ChannelColumns> channels(Map<String, ColumnGuess> guesses) {
    Map<String, String> spend = byChannel(guesses, Role.SPEND);
    Map<String, String> exposure = byChannel(guesses, Role.EXPOSURE);
    Set<String> names = new LinkedHashSet<>();
    for (ColumnGuess guess : guesses.values()) {
      if (guess.role() == Role.SPEND || guess.role() == Role.EXPOSURE) {
        names.add(guess.name());
      }
    }
    List<ChannelColumns> channels = new ArrayList<>();
    for (String name : names) {
      channels.add(new ChannelColumns(name, spend.get(name), exposure.get(name)));
    }
    return channels;
  }

  private static Map<String, String> byChannel(Map<String, ColumnGuess> guesses, Role role) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (String column : all(guesses, role)) {
      columns.putIfAbsent(guess(guesses, column).name(), column);
    }
    return columns;
  }

  private static void collect(DataConfig roles, Set<String> used) {
    List<@Nullable String> columns = new ArrayList<>();
    columns.add(roles.geo());
    columns.add(roles.time());
    columns.add(roles.outcome());
    columns.add(roles.revenuePerKpi());
    columns.add(roles.population());
    columns.addAll(roles.controls());
    for (ChannelColumns channel : roles.channels()) {
      columns.add(channel.spend());
      columns.add(channel.exposure());
    }
    roles.organic().forEach(channel -> columns.add(channel.exposure()));
    for (String column : columns) {
      if (column != null) {
        used.add(column);
      }
    }
  }

  private static String named(String pattern, @Nullable String column) {
    return column == null ? "" : pattern.formatted(column);
  }

  private static List<Finding> findings(DataConfig roles, List<String> unused) {
    List<Finding> findings = new ArrayList<>();
    findings.add(
        DataCode.ROLES_DETECTED.note(
            "The roles were read from the names: time '%s', %s%s, outcome '%s'%s, %d channels and %d organic ones, %d controls."
                .formatted(
                    roles.time(),
                    roles.geo() == null ? "national" : "region '" + roles.geo() + "'",
                    named(", population '%s'", roles.population()),
                    roles.outcome(),
                    named(", money value of a unit of it '%s'", roles.revenuePerKpi()),
                    roles.channels().size(),
                    roles.organic().size(),
                    roles.controls().size()),
            "Give a configuration if a role is wrong."));
    if (!unused.isEmpty()) {
      findings.add(
          DataCode.COLUMN_UNUSED.warning(
              "The names of these columns say nothing of their role: %s."
                  .formatted(NameList.list(unused)),
              "They were left out; name them in a configuration if they count."));
    }
    return findings;
  }
}
