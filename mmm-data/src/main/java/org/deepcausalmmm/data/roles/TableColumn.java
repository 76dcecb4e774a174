package org.deepcausalmmm.data.roles;

import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.data.roles.ColumnGuess.Role;
import org.deepcausalmmm.data.table.HeadingUnit;
import org.deepcausalmmm.data.table.Table;
import org.jspecify.annotations.Nullable;

/** A column of a table: its name, what the name suggests, and what its cells hold. */
record TableColumn(String name, int index, ColumnGuess guess, ColumnProfile profile) {

  /** Returns the columns of a table, in its order. */
  static List<TableColumn> of(Table table) {
    boolean robyn = robyn(table.header());
    boolean meridian = meridian(table.header());
    List<TableColumn> columns = new ArrayList<>();
    for (int i = 0; i < table.header().size(); i++) {
      String name = table.header().get(i);
      ColumnGuess suffix =
          robyn
              ? MeasureName.ofRobyn(name)
              : meridian ? MeasureName.ofMeridian(HeadingUnit.bare(name)) : null;
      ColumnGuess guess = suffix == null ? ColumnGuess.of(HeadingUnit.bare(name)) : suffix;
      columns.add(new TableColumn(name, i, guess, ColumnProfile.of(table, i)));
    }
    return NamingHabit.of(columns).apply(columns);
  }

  /** Returns a copy with another role. */
  TableColumn as(Role role) {
    return new TableColumn(name, index, new ColumnGuess(role, name, 0), profile);
  }

  /** Returns whether a table names its columns as Robyn does: tv_S, facebook_I, rain_B. */
  private static boolean robyn(List<String> header) {
    long spends = header.stream().filter(name -> name.endsWith("_S")).count();
    long others = header.stream().filter(name -> name.matches(".+_[IPOB]")).count();
    return spends > 1 || (spends == 1 && others > 0);
  }

  /** Returns whether a table has two spends, or one and a reach, named as Meridian does. */
  private static boolean meridian(List<String> header) {
    long spends = header.stream().filter(MeasureName::isMeridianSpend).count();
    return spends > 1
        || (spends == 1
            && header.stream()
                .anyMatch(n -> n.matches("(?i)(rf|media)[ _]spend[ _].+|.+_rf_spend")));
  }

  Role role() {
    return guess.role();
  }

  boolean is(Role role) {
    return guess.role() == role;
  }

  /** Returns whether the cells can be the amounts of a channel. */
  boolean numeric() {
    return profile.number();
  }

  /** Returns the first column of a role, likeliest first; null if there is none. */
  static @Nullable TableColumn best(List<TableColumn> columns, Role role) {
    return columns.stream()
        .filter(c -> c.is(role))
        .min(java.util.Comparator.comparingInt(c -> c.guess().rank()))
        .orElse(null);
  }
}
