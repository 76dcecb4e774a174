package org.deepcausalmmm.data.shape;

import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.table.Table;

/**
 * The reshaping of a table into a panel: one row for each region and week or month.
 *
 * <p>A table that is in shape stays as it is. The steps are the same wherever a table is read: in a
 * check, in a fit, and where the tidy table is written to a file.
 */
public final class Tidier {

  /**
   * Brings a table into shape.
   *
   * @param given which column plays which role, and how the table is prepared
   * @throws org.deepcausalmmm.api.MmmException MMM-DATA-010 if a column is missing, 013 to 018 if a
   *     time, a region or a duplicate cannot be settled
   */
  public TidyTable tidy(Table table, DataConfig given) {
    List<Finding> findings = new ArrayList<>();
    TidyTable units = HeadingMeaning.inSingleUnits(table, given, findings);
    TidyTable started = WeekEnds.toStarts(units.table(), units.roles(), findings);
    DataConfig roles = started.roles();
    Table grouped = Groups.add(started.table(), roles.preparation().groups(), findings);
    Table single = Regions.clean(grouped, roles, findings);
    TidyTable spread = NationalMedia.spread(single, roles, findings);
    TidyTable coded = Categories.code(spread.table(), spread.roles(), findings);
    Table regular = Calendars.regular(coded.table(), coded.roles(), findings);
    TidyTable dated = Holidays.add(regular, coded.roles(), findings);
    return new TidyTable(dated.table(), dated.roles(), findings);
  }
}
