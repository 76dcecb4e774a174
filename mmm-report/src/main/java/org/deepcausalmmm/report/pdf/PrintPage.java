package org.deepcausalmmm.report.pdf;

import java.util.List;
import java.util.stream.IntStream;
import org.deepcausalmmm.report.html.Recommendation;
import org.deepcausalmmm.report.html.ReportPage;
import org.deepcausalmmm.report.run.Findings;
import org.deepcausalmmm.report.run.ReportModel.ChannelResult;
import org.deepcausalmmm.report.svg.ChartRenderer;
import org.deepcausalmmm.report.svg.ChartRenderer.TitledChart;

/**
 * The values that the template of the printed report asks for.
 *
 * @param page what the report on the screen shows
 */
public record PrintPage(ReportPage page, ChartRenderer renderer) {
  /** The width of a page in pixels of 1/96 inch. */
  private static final int WIDTH = 680;

  private static final int HALF = 332;
  private static final int THIRD = 218;
  private static final int MOST_SMALL = 24;
  private static final int MOST_CHANNELS = 14;

  /** Returns a chart over the whole width. */
  public String chart(String name) {
    return renderer.svg(name, WIDTH);
  }

  /** Returns a chart over the whole width that is no higher than a bound. */
  public String chart(String name, int most) {
    return renderer.svg(name, WIDTH, most);
  }

  /** Returns a chart over half of the width that is no higher than a bound. */
  public String half(String name, int most) {
    return renderer.svg(name, HALF, most);
  }

  /** Returns the channels of the table on the second page, the largest share first. */
  public List<ChannelResult> largest() {
    return page.channels().stream().limit(MOST_CHANNELS).toList();
  }

  /** Returns how many channels that table leaves out. */
  public int leftOut() {
    return Math.max(0, page.channels().size() - MOST_CHANNELS);
  }

  /** Returns the warnings of the first page. */
  public List<Findings.DataFinding> warnings() {
    return page.headline().warnings().stream().limit(2).toList();
  }

  /** Returns the findings in the data that the first page leaves out. */
  public List<Findings.DataFinding> furtherFindings() {
    List<Findings.DataFinding> shown = warnings();
    return page.model().findings().findings().stream().filter(f -> !shown.contains(f)).toList();
  }

  /** Returns the small charts of a grid in rows of three. */
  public List<List<TitledChart>> grid(String name) {
    List<TitledChart> all = renderer.grid(name, THIRD, 150, MOST_SMALL);
    return IntStream.range(0, (all.size() + 2) / 3)
        .mapToObj(row -> all.subList(3 * row, Math.min(all.size(), 3 * row + 3)))
        .toList();
  }

  /** Returns the advice on a channel's spend. */
  public String advice(ChannelResult channel) {
    return Recommendation.of(channel, !page.charts().hasCosts() || outcomeHasRevenue()).text();
  }

  private boolean outcomeHasRevenue() {
    return page.summary().data().outcomeHasRevenue();
  }
}
