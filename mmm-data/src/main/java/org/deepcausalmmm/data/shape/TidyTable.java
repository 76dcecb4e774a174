package org.deepcausalmmm.data.shape;

import java.util.List;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.table.Table;

/**
 * A table with one row for each region and week, and the roles of its columns.
 *
 * @param findings what was changed on the way
 */
public record TidyTable(Table table, DataConfig roles, List<Finding> findings) {
  public TidyTable {
    findings = List.copyOf(findings);
  }
}
