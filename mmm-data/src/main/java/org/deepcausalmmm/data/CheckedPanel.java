package org.deepcausalmmm.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.DataReport.Severity;

/**
 * A panel and what was found in it.
 *
 * @param report may hold errors: then the panel can be looked at, not fitted
 * @param gaps which cells of the panel are estimates
 * @param holdout how many of the last weeks the checks and estimates did not look at
 */
public record CheckedPanel(Panel panel, DataReport report, Gaps gaps, int holdout) {

  /** Returns a copy with further findings. */
  public CheckedPanel withFindings(List<Finding> further) {
    List<Finding> all = new ArrayList<>(report.findings());
    all.addAll(further);
    all.sort(Comparator.comparing(Finding::severity));
    return new CheckedPanel(
        panel, new DataReport(report.rows(), report.missing(), all), gaps, holdout);
  }

  /**
   * Returns the panel if it can be fitted.
   *
   * @throws MmmException the first error of the report
   */
  public Panel usable() {
    return usable(Set.of());
  }

  /**
   * Returns the panel if it can be fitted as a stretch of a longer one, in which a channel may not
   * have begun.
   *
   * @throws MmmException the first error of the report besides a channel that tells nothing
   */
  public Panel usableStretch() {
    return usable(Set.of(DataCode.CHANNEL_ALL_ZERO.code(), DataCode.CHANNEL_CONSTANT.code()));
  }

  private Panel usable(Set<String> tolerated) {
    for (Finding finding : report.findings()) {
      if (finding.severity() == Severity.ERROR && !tolerated.contains(finding.code())) {
        throw DataCode.of(finding.code()).error(finding.what(), finding.advice());
      }
    }
    return panel;
  }
}
