package org.deepcausalmmm.data.roles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.data.config.DataConfig.ChannelColumns;
import org.deepcausalmmm.data.roles.ColumnGuess.Role;
import org.jspecify.annotations.Nullable;

/** The channels of a table: columns whose names differ only in the measure belong together. */
final class ChannelAssembly {
  private static final List<Role> PAID =
      List.of(Role.SPEND, Role.EXPOSURE, Role.REACH, Role.FREQUENCY, Role.MEDIUM);
  private static final List<Role> OWNED =
      List.of(Role.ORGANIC, Role.ORGANIC_REACH, Role.ORGANIC_FREQUENCY);

  private final List<TableColumn> redundant = new ArrayList<>();
  private final List<TableColumn> doubled = new ArrayList<>();
  private final Map<TableColumn, TableColumn> copies;
  private final List<TableColumn> running;
  private final List<ChannelColumns> channels;
  private final List<ChannelColumns> organic;

  /**
   * Assembles the channels of some columns, totals left out unless they are all there is.
   *
   * @param cells finds columns whose cells follow from those of another
   * @param outcome null if it is not known
   */
  ChannelAssembly(List<TableColumn> columns, CellCopies cells, @Nullable TableColumn outcome) {
    List<TableColumn> paid = of(columns, PAID);
    boolean others = paid.stream().anyMatch(c -> !c.guess().ofAllChannels());
    List<TableColumn> own = new ArrayList<>();
    for (TableColumn column : paid) {
      (others && column.guess().ofAllChannels() ? redundant : own).add(column);
    }
    copies = cells.among(own, c -> c.guess().key());
    if (outcome != null) {
      cells.multiples(own, outcome).forEach(column -> copies.put(column, outcome));
    }
    own.removeAll(copies.keySet());
    running = cells.runningTotals(own);
    own.removeAll(running);
    channels = group(own);
    organic = group(of(columns, OWNED));
  }

  /** Returns columns whose cells follow from those of another, with that other. */
  Map<TableColumn, TableColumn> copies() {
    return copies;
  }

  /** Returns columns whose cells are running totals. */
  List<TableColumn> running() {
    return running;
  }

  List<ChannelColumns> channels() {
    return channels;
  }

  List<ChannelColumns> organic() {
    return organic;
  }

  /** Returns columns of channels that are not used, as another one tells the same. */
  List<TableColumn> redundant() {
    return redundant;
  }

  /** Returns columns that give a channel a second spend. */
  List<TableColumn> doubled() {
    return doubled;
  }

  private static List<TableColumn> of(List<TableColumn> columns, List<Role> roles) {
    return columns.stream().filter(c -> roles.contains(c.role()) && c.numeric()).toList();
  }

  private List<ChannelColumns> group(List<TableColumn> columns) {
    Map<String, List<TableColumn>> groups = new LinkedHashMap<>();
    for (TableColumn column : columns) {
      groups.computeIfAbsent(column.guess().key(), k -> new ArrayList<>()).add(column);
    }
    List<ChannelColumns> assembled = new ArrayList<>();
    groups.forEach(
        (key, members) -> {
          if (members.stream()
              .allMatch(m -> m.is(Role.FREQUENCY) || m.is(Role.ORGANIC_FREQUENCY))) {
            redundant.addAll(members);
          } else {
            assembled.add(channel(key, members));
          }
        });
    return assembled;
  }

  private ChannelColumns channel(String key, List<TableColumn> members) {
    TableColumn spend = first(members, Role.SPEND);
    TableColumn reach = first(members, Role.REACH, Role.ORGANIC_REACH);
    TableColumn frequency = first(members, Role.FREQUENCY, Role.ORGANIC_FREQUENCY);
    TableColumn exposure = first(members, Role.EXPOSURE, Role.ORGANIC);
    TableColumn medium = first(members, Role.MEDIUM);
    boolean both = reach != null && frequency != null;
    if (exposure == null && medium != null && spend != null) {
      exposure = medium;
    } else if (spend == null && medium != null) {
      spend = medium;
    }
    if (exposure == null && !both) {
      exposure = reach;
    }
    List<@Nullable TableColumn> used = new ArrayList<>();
    used.add(spend);
    used.add(both ? reach : exposure);
    used.add(both ? frequency : null);
    for (TableColumn member : members) {
      if (!used.contains(member)) {
        boolean money = member.is(Role.SPEND) || member.is(Role.MEDIUM);
        (money ? doubled : redundant).add(member);
      }
    }
    return new ChannelColumns(
        name(key, members),
        column(spend),
        both ? null : column(exposure),
        both ? column(reach) : null,
        both ? column(frequency) : null,
        null,
        false);
  }

  /** Returns the name that most columns of the channel give it. */
  private static String name(String key, List<TableColumn> members) {
    String name = members.get(0).guess().name();
    return key.startsWith("rf_") && !name.startsWith("rf") ? key : name;
  }

  private static @Nullable TableColumn first(List<TableColumn> members, Role... roles) {
    return members.stream()
        .filter(m -> List.of(roles).contains(m.role()))
        .min(Comparator.comparingInt(m -> m.guess().rank()))
        .orElse(null);
  }

  private static @Nullable String column(@Nullable TableColumn column) {
    return column == null ? null : column.name();
  }
}
