package org.deepcausalmmm.report.pdf;

import java.util.List;
import java.util.stream.IntStream;
import org.deepcausalmmm.report.html.Recommendation;
import org.deepcausalmmm.report.html.ReportPage;
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

  /** Returns a chart over the whole width. */
  public String chart(String name) {
    return renderer.svg(name, WIDTH);
  }

  /** Returns a chart over half of the width. */
  public String half(String name) {
    return renderer.svg(name, HALF);
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
