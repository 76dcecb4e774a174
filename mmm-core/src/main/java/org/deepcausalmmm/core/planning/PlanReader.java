package org.deepcausalmmm.core.planning;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.PeriodWords;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.table.HeadingUnit;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.Table.Row;

/**
 * The reader of plans: long, with a row for each channel and the columns {@code week}, {@code
 * channel}, {@code spend}, or wide, with a column for each channel. Both may have {@code geo}.
 *
 * <p>A plan may begin later than right after the data; in the weeks between, the channels that it
 * names continue at their recent mean.
 *
 * <p>A wide plan may also hold controls. Without {@code geo} amounts are national and split by the
 * regions' shares in the channel's last weeks.
 */
public final class PlanReader {
  private static final String WEEK = "week";
  private static final String GEO = "geo";

  private final Panel panel;
  private final DataConfig roles;
  private final PlanWeeks weeks;

  /**
   * Creates a reader of plans for the weeks after a panel.
   *
   * @param roles column roles of the panel's data; a plan may use the column names too
   */
  public PlanReader(Panel panel, DataConfig roles) {
    this.panel = panel;
    this.roles = roles;
    weeks = new PlanWeeks(panel.weeks());
  }

  /**
   * Reads a plan.
   *
   * @throws org.deepcausalmmm.api.MmmException MMM-DATA-501 to 511 if it is none for this panel
   */
  public SpendPlan read(Table given) {
    return PeriodWords.of(panel).during(() -> plan(given));
  }

  private SpendPlan plan(Table given) {
    Table file = HeadingUnit.inSingleUnits(given);
    List<String> keys = List.of(WEEK, GEO, PlanShape.CHANNEL, PlanShape.SPEND);
    Table table = PlanNames.called(file, keys, panel, roles);
    PlanColumns columns = new PlanColumns(table, panel, roles);
    int geo = columns.index(GEO, roles.geo());
    PlanCells cells = cells(columns, columns.index(WEEK, roles.time()), geo);
    int before = weeks.requireNoGap(table, cells.weeks());
    RegionalSplit split = new RegionalSplit(panel);
    Map<Integer, double[][]> amounts = new HashMap<>();
    for (int channel : cells.channels()) {
      double[][] values = cells.amounts(channel, before);
      double[][] planned = geo >= 0 ? values : split.split(channel, values[0]);
      Panel.Channel data = panel.channels().get(channel);
      double[][] usual = usual(data, before, cells.weeks().size());
      amounts.put(channel, PlanForecaster.joined(usual, planned));
      requireBought(data);
    }
    Map<Integer, double[][]> controls = new HashMap<>();
    for (int control : cells.controls()) {
      double[][] values = cells.controlValues(control, before);
      double[][] planned = geo >= 0 ? values : split.repeat(values[0]);
      double[][] carried = carried(panel.controls().get(control), before);
      controls.put(control, PlanForecaster.joined(carried, planned));
    }
    return new SpendPlan(before + cells.weeks().size(), before, amounts, controls);
  }

  private PlanCells cells(PlanColumns columns, int week, int geo) {
    Table table = columns.table();
    if (week < 0 || table.header().size() < (geo < 0 ? 2 : 3)) {
      throw PlanCode.NO_SHAPE.error(
          "%s is not a plan: its columns are %s."
              .formatted(table.source(), String.join(", ", table.header())),
          "Use the columns week, channel and spend, or week and one column per channel; add geo"
              + " for regional plans.");
    }
    PlanShape shape = PlanShape.of(columns, week, geo);
    PlanCells cells = new PlanCells(table, panel, geo >= 0);
    for (Row row : table.rows()) {
      int position = weeks.position(table, row, week);
      cells.addWeek(position);
      int region = geo < 0 ? 0 : columns.region(row, geo);
      shape.read(new PlanCells.Place(row, region, position), cells);
    }
    return cells;
  }

  /** Returns a channel's mean of as many last weeks as are planned, repeated. */
  private double[][] usual(Panel.Channel channel, int weeks, int planned) {
    double[][] spend = channel.planned();
    double[][] usual = new double[spend.length][weeks];
    for (int r = 0; r < spend.length; r++) {
      int from = Math.max(0, panel.weekCount() - planned);
      Arrays.fill(usual[r], Arrays.stream(spend[r], from, panel.weekCount()).average().orElse(0));
    }
    return usual;
  }

  private double[][] carried(Panel.Control control, int weeks) {
    return Arrays.stream(control.value())
        .map(row -> ControlRule.carryOn(row, weeks, panel.weeks().period()))
        .toArray(double[][]::new);
  }

  private void requireBought(Panel.Channel channel) {
    double[][] spend = channel.planned();
    for (int r = 0; r < spend.length; r++) {
      for (int t = 0; t < panel.weekCount(); t++) {
        if (spend[r][t] > 0 && channel.exposure()[r][t] > 0) {
          return;
        }
      }
    }
    throw PlanCode.NEVER_BOUGHT.error(
        "The plan has amounts for '%s', which never bought any exposure in the data."
            .formatted(channel.name()),
        "Remove the channel: its effect cannot be estimated.");
  }
}
