package org.deepcausalmmm.data.table;

/** All that the cells of a column say of its form. */
final class ColumnEvidence {
  private final NumberColumn number = new NumberColumn();
  private final DateColumn date = new DateColumn();
  private final FlagColumn flag = new FlagColumn();
  private int texts;
  private int totals;

  /** Takes a cell of the column that stands there some times. */
  void add(String cell, int times) {
    if (EmptyCells.isEmpty(cell)) {
      return;
    }
    if (TotalRows.names(cell)) {
      totals += times;
      return;
    }
    if (!number.add(cell, times)) {
      texts += times;
      flag.add(cell);
    } else {
      flag.add("number");
    }
    date.add(cell, times);
  }

  NumberColumn number() {
    return number;
  }

  DateColumn date() {
    return date;
  }

  FlagColumn flag() {
    return flag;
  }

  /** Returns how many cells name a total. */
  int totals() {
    return totals;
  }

  /** Returns whether numbers prevail. */
  boolean numeric() {
    return number.numbers() > 0 && number.numbers() >= texts;
  }
}
