package org.deepcausalmmm.core.planning;

import org.deepcausalmmm.core.planning.PlanCells.Place;
import org.deepcausalmmm.data.table.Table;

/** The shape of a plan, long or wide, which reads the cells of a row. */
interface PlanShape {
  String CHANNEL = "channel";
  String SPEND = "spend";

  /** Adds the cells of a row. */
  void read(Place place, PlanCells cells);

  /**
   * Returns the shape of a plan.
   *
   * @param week the index of the column of weeks
   * @param geo the index of the column of regions, -1 if the plan is national
   * @throws org.deepcausalmmm.api.MmmException MMM-DATA-501 or 502 if it has neither shape
   */
  static PlanShape of(PlanColumns columns, int week, int geo) {
    requireWhole(columns, CHANNEL, SPEND);
    requireWhole(columns, SPEND, CHANNEL);
    return columns.table().has(CHANNEL) && columns.table().has(SPEND)
        ? LongPlan.of(columns, week, geo)
        : new WidePlan(columns, week, geo);
  }

  /** Refuses a long plan that lacks the second of two columns. */
  private static void requireWhole(PlanColumns columns, String one, String other) {
    Table table = columns.table();
    if (table.has(one) && !table.has(other) && !columns.isOfModel(one)) {
      throw PlanCode.NO_SHAPE.error(
          "%s has a column '%s', but none called '%s'; its columns are %s."
              .formatted(table.source(), one, other, String.join(", ", table.header())),
          "A plan with one row per channel has the columns week, channel and spend, and geo for"
              + " regional plans.");
    }
  }

  /** A plan with a row for each channel. */
  record LongPlan(PlanColumns columns) implements PlanShape {

    /** Refuses columns that a long plan does not have, which would be ignored silently. */
    static LongPlan of(PlanColumns columns, int week, int geo) {
      Table table = columns.table();
      for (int column = 0; column < table.header().size(); column++) {
        String name = table.header().get(column);
        if (column != week && column != geo && !name.equals(CHANNEL) && !name.equals(SPEND)) {
          throw PlanCode.UNKNOWN_COLUMN.error(
              "%s, the header: a plan with a row for each channel has no column '%s'."
                  .formatted(table.source(), name),
              "Remove it; to plan controls, use one column per channel and control.");
        }
      }
      return new LongPlan(columns);
    }

    @Override
    public void read(Place place, PlanCells cells) {
      Table table = columns.table();
      String name = place.row().cells().get(table.index(CHANNEL));
      int channel = columns.channel(name, "line " + place.row().line());
      cells.addAmount(place, channel, columns.amount(place.row(), table.index(SPEND)), name);
    }
  }

  /** A plan with a column for each channel and control. */
  record WidePlan(PlanColumns columns, int week, int geo) implements PlanShape {
    @Override
    public void read(Place place, PlanCells cells) {
      for (int column = 0; column < columns.table().header().size(); column++) {
        if (column != week && column != geo) {
          readCell(place, column, cells);
        }
      }
    }

    private void readCell(Place place, int column, PlanCells cells) {
      String name = columns.table().header().get(column);
      int control = columns.control(name);
      if (control >= 0) {
        cells.addControl(place, control, columns.controlValue(place.row(), column), name);
      } else {
        int channel = columns.channel(name, "the header");
        cells.addAmount(place, channel, columns.amount(place.row(), column), name);
      }
    }
  }
}
