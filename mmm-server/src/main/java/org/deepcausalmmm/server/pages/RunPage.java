package org.deepcausalmmm.server.pages;

import java.util.Arrays;
import java.util.List;
import org.deepcausalmmm.report.html.Recommendation;
import org.deepcausalmmm.report.html.ReportPage;
import org.deepcausalmmm.report.run.ReportModel.ChannelResult;
import org.deepcausalmmm.server.store.StoredResult;

/**
 * The values of the page of a run.
 *
 * @param others the other runs that it can be compared with
 */
public record RunPage(
    Frame frame,
    StoredResult result,
    ReportPage report,
    RunView view,
    Downloads downloads,
    List<StoredResult> others) {

  /** Returns the parts that the run has. */
  public List<RunView> views() {
    return Arrays.stream(RunView.values()).filter(each -> each.isIn(report)).toList();
  }

  /** Returns the address of a part. */
  public String place(RunView part) {
    return Places.result(result.project(), result.id()) + "?view=" + part.id();
  }

  /** Returns where the data of the charts are. */
  public String chartData() {
    return Places.result(result.project(), result.id()) + "/chart-data";
  }

  /** Returns what the marginal ROI of a channel advises. */
  public String advice(ChannelResult channel) {
    return Recommendation.of(
            channel,
            report.model().summary().data().outcomeHasRevenue() || !report.charts().hasCosts())
        .text();
  }
}
