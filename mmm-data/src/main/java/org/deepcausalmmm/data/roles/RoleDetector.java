package org.deepcausalmmm.data.roles;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.NameList;
import org.deepcausalmmm.data.QuotedText;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.config.DataConfig.ChannelColumns;
import org.deepcausalmmm.data.config.DataConfig.FactColumns;
import org.deepcausalmmm.data.config.DataConfig.OtherColumns;
import org.deepcausalmmm.data.config.DataPreparation;
import org.deepcausalmmm.data.roles.ColumnGuess.Role;
import org.deepcausalmmm.data.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * The detection of the roles of columns from their names and their cells.
 *
 * <p>It knows the names that this project writes, those of Google Meridian ({@code
 * Channel0_impression}, {@code media_0}, {@code reach_0}, {@code organic_media_0}, {@code
 * non_media_0}), Robyn ({@code tv_S}, {@code facebook_I}), PyMC-Marketing ({@code x1}, {@code y}),
 * of the DeepCausalMMM paper's panel, of the parameter-recovery benchmark ({@code x1_name}, {@code
 * c1}), and plain headings ({@code tv}, {@code radio}). A numeric column that may be a channel and
 * would be left out is an error.
 */
public final class RoleDetector {

  /** Returns the instruction to write all roles to a file, which other words may follow. */
  static String writeAll(String source) {
    return "'./mmm config init %s > c.yaml' writes all roles".formatted(QuotedText.of(source));
  }

  /**
   * Detects roles.
   *
   * @throws org.deepcausalmmm.api.MmmException MMM-DATA-011 if there is no time, outcome or
   *     channel, 012 if there are several outcomes, 034 if a column may be a channel as well as
   *     something else
   */
  public DetectedRoles detect(Table table) {
    return detect(table, null);
  }

  /**
   * Detects roles under a given outcome.
   *
   * @param outcome the column of the outcome; null to detect it
   */
  public DetectedRoles detect(Table table, @Nullable String outcome) {
    return detect(table, outcome, List.of());
  }

  /**
   * Detects roles under one of several outcomes.
   *
   * @param others columns that are outcomes of other fits
   */
  public DetectedRoles detect(Table table, @Nullable String outcome, List<String> others) {
    DetectedRoles proposed = propose(table, outcome, others);
    if (!proposed.copies().isEmpty()) {
      throw RoleErrors.copied(table, proposed.copies());
    }
    if (!proposed.running().isEmpty()) {
      throw RoleErrors.running(table, proposed.running());
    }
    if (!proposed.undecided().isEmpty()) {
      throw RoleErrors.undecided(table, proposed.undecided());
    }
    return proposed;
  }

  /** Returns the roles as {@link #detect} does, and leaves out columns that are undecided. */
  public DetectedRoles propose(Table table, @Nullable String asked) {
    return propose(table, asked, List.of());
  }

  /** Returns the roles under one of several outcomes, and leaves out columns that are undecided. */
  public DetectedRoles propose(Table table, @Nullable String asked, List<String> others) {
    others.forEach(table::index);
    List<TableColumn> columns =
        TableColumn.of(table).stream()
            .map(c -> others.contains(c.name()) ? c.as(Role.OUTCOME) : c)
            .toList();
    KeyColumns keys = KeyColumns.of(table, columns);
    OutcomeColumns outcome = OutcomeColumns.of(table, columns, asked);
    return assemble(table, columns, keys.time(), keys.geo(), outcome, false);
  }

  /**
   * Returns the roles as far as they can be detected, as a start for a configuration; a time or an
   * outcome that is not found is an empty name.
   */
  public DetectedRoles draft(Table table, @Nullable String asked) {
    List<TableColumn> columns = TableColumn.of(table);
    KeyColumns keys = orNull(() -> KeyColumns.of(table, columns));
    OutcomeColumns outcome = orNull(() -> OutcomeColumns.of(table, columns, asked));
    return assemble(
        table,
        columns,
        keys == null ? null : keys.time(),
        keys == null ? null : keys.geo(),
        outcome,
        true);
  }

  private static <T> @Nullable T orNull(Supplier<T> search) {
    try {
      return search.get();
    } catch (MmmException e) {
      return null;
    }
  }

  private static DetectedRoles assemble(
      Table table,
      List<TableColumn> columns,
      @Nullable TableColumn time,
      @Nullable TableColumn geo,
      @Nullable OutcomeColumns outcome,
      boolean draft) {
    TableColumn target = outcome == null ? null : outcome.outcome();
    List<TableColumn> open =
        columns.stream().filter(c -> c != time && c != geo && c != target).toList();
    ChannelAssembly channels = new ChannelAssembly(open, new CellCopies(table, time, geo), target);
    FactColumns facts = facts(open, outcome);
    Set<String> used = new LinkedHashSet<>();
    collect(used, channels.channels());
    collect(used, channels.organic());
    add(used, facts.revenuePerKpi(), facts.revenue(), facts.population());
    Set<String> settled = new LinkedHashSet<>(used);
    channels.redundant().forEach(c -> settled.add(c.name()));
    channels.doubled().forEach(c -> settled.add(c.name()));
    channels.copies().keySet().forEach(c -> settled.add(c.name()));
    channels.running().forEach(c -> settled.add(c.name()));
    List<TableColumn> others =
        open.stream()
            .filter(c -> !c.is(Role.GEO) && !c.is(Role.TIME) && !c.is(Role.OUTCOME))
            .toList();
    OtherRoles other = new OtherRoles(others, settled);
    if (!draft) {
      ReadableColumns.require(table, open);
      requireChannel(table, channels, other);
    }
    DataConfig roles =
        new DataConfig(
            geo == null ? null : geo.name(),
            time == null ? "" : time.name(),
            target == null ? "" : target.name(),
            facts,
            channels.channels(),
            channels.organic(),
            new OtherColumns(other.controls(), other.treatments(), List.of()),
            DataPreparation.none());
    used.addAll(other.controls());
    used.addAll(other.treatments());
    add(used, roles.time(), roles.geo(), roles.outcome());
    List<String> unused = table.header().stream().filter(c -> !used.contains(c)).toList();
    List<String> undecided =
        Stream.of(
                channels.doubled(),
                channels.copies().keySet(),
                channels.running(),
                other.undecided())
            .flatMap(java.util.Collection::stream)
            .map(TableColumn::name)
            .toList();
    return new DetectedRoles(
        roles,
        unused,
        undecided,
        names(channels.copies()),
        channels.running().stream().map(TableColumn::name).toList(),
        RoleFindings.of(roles, unused, other, new LeftOut(open, channels)));
  }

  private static Map<String, String> names(Map<TableColumn, TableColumn> columns) {
    Map<String, String> names = new TreeMap<>();
    columns.forEach((copy, source) -> names.put(copy.name(), source.name()));
    return names;
  }

  private static FactColumns facts(List<TableColumn> open, @Nullable OutcomeColumns outcome) {
    TableColumn value = TableColumn.best(open, Role.REVENUE_PER_KPI);
    TableColumn population = TableColumn.best(open, Role.POPULATION);
    TableColumn revenue = outcome == null ? null : outcome.revenue();
    return new FactColumns(
        value == null || revenue != null ? null : value.name(),
        revenue == null ? null : revenue.name(),
        population == null ? null : population.name());
  }

  private static void requireChannel(Table table, ChannelAssembly channels, OtherRoles other) {
    boolean none = channels.channels().isEmpty() && channels.organic().isEmpty();
    if (none && !channels.copies().isEmpty()) {
      throw RoleErrors.copied(table, names(channels.copies()));
    }
    if (none && !channels.running().isEmpty()) {
      throw RoleErrors.running(table, channels.running().stream().map(TableColumn::name).toList());
    }
    if (none && other.undecided().isEmpty()) {
      throw DataCode.ROLES_UNKNOWN.error(
          "%s has no column that looks like a channel, such as tv_spend or tv_impressions; its columns are: %s."
              .formatted(table.source(), NameList.list(table.header())),
          writeAll(table.source()) + " to start from; name channels under data: there.");
    }
    if (none) {
      throw RoleErrors.undecided(table, other.undecided().stream().map(TableColumn::name).toList());
    }
  }

  private static void collect(Set<String> used, List<ChannelColumns> channels) {
    for (ChannelColumns channel : channels) {
      add(used, channel.spend(), channel.exposure(), channel.reach(), channel.frequency());
    }
  }

  private static void add(Set<String> used, @Nullable String... columns) {
    List<@Nullable String> given = new ArrayList<>(java.util.Arrays.asList(columns));
    for (String column : given) {
      if (column != null) {
        used.add(column);
      }
    }
  }
}
