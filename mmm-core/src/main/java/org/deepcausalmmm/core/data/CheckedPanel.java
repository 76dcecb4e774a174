package org.deepcausalmmm.core.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.core.data.DataReport.Finding;
import org.deepcausalmmm.core.data.DataReport.Severity;

/**
 * Is a panel and what was found in it.
 *
 * @param report may hold errors: then the panel can be looked at, not fitted
 */
public record CheckedPanel(Panel panel, DataReport report) {

  /** Gives the same with further findings. */
  public CheckedPanel withFindings(List<Finding> further) {
    List<Finding> all = new ArrayList<>(report.findings());
    all.addAll(further);
    all.sort(Comparator.comparing(Finding::severity));
    return new CheckedPanel(panel, new DataReport(report.rows(), report.missing(), all));
  }

  /**
   * Gives the panel if it can be fitted.
   *
   * @throws MmmException the first error of the report
   */
  public Panel usable() {
    for (Finding finding : report.findings()) {
      if (finding.severity() == Severity.ERROR) {
        throw DataCode.of(finding.code()).error(finding.what(), finding.advice());
      }
    }
    return panel;
  }
}
