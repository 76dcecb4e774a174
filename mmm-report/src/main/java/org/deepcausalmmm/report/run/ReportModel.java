package org.deepcausalmmm.report.run;

import java.util.List;
import org.deepcausalmmm.data.estimate.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Is all that the report shows, as read from the files of a run directory.
 *
 * @param weeks the names of the weeks; those after {@code summary.data.trainWeeks} were held out
 * @param total summed over the regions whose outcome is known in a week
 * @param regions the largest regions, at most {@link #MOST_REGIONS}
 * @param configuration the YAML
 */
public record ReportModel(
    Summary summary,
    Findings findings,
    List<String> weeks,
    Series total,
    List<Series> regions,
    List<Component> components,
    List<Channel> channels,
    List<Curve> curves,
    List<Carryover> carryover,
    List<Effectiveness> effectiveness,
    List<EdgeRow> edges,
    List<ParameterRow> parameters,
    String configuration) {

  /** More regions than this would make the file too large to open at once. */
  public static final int MOST_REGIONS = 300;

  /** Holds observed and expected outcomes by week; NaN where there is none. */
  @SuppressWarnings("ArrayRecordComponent") // numeric series, never compared
  public record Series(
      String name, double[] actual, double[] predicted, double[] lower, double[] upper) {}

  /**
   * Is one of the series that sum to the prediction, over all regions.
   *
   * @param kind baseline, control or media
   * @param fitted the sum over the fitted weeks
   */
  @SuppressWarnings("ArrayRecordComponent") // numeric series, never compared
  public record Component(String kind, String name, double[] values, double fitted) {}

  /** Says what a channel did; without spend there is no ROI. */
  public record Channel(
      String name,
      @Nullable Double spend,
      double exposure,
      Interval contribution,
      Interval direct,
      Interval share,
      @Nullable Interval roi,
      @Nullable Interval mroi) {}

  /** Says what a channel would bring at other spends. */
  public record Curve(String channel, List<CurvePoint> points) {
    public Curve {
      points = List.copyOf(points);
    }
  }

  /** Is a point of a response curve. */
  public record CurvePoint(double multiplier, double spend, Interval outcome) {}

  /** Says which share of a channel's effect comes how many weeks later. */
  public record Carryover(String channel, List<Interval> shares) {
    public Carryover {
      shares = List.copyOf(shares);
    }
  }

  /** Says how strong a channel was in each week, against its own mean; only of those that move. */
  public record Effectiveness(String channel, List<Interval> byWeek) {
    public Effectiveness {
      byWeek = List.copyOf(byWeek);
    }
  }

  /** Says how one channel drives another; with weight 0 only some resamples say so. */
  public record EdgeRow(
      String from, String to, Interval weight, double probability, double decay, String kind) {
    /** Tells whether the model has it, rather than some resamples alone. */
    public boolean inModel() {
      return weight.mean() != 0;
    }
  }

  /** Is a row of the parameter table. */
  public record ParameterRow(
      String component,
      String parameter,
      String region,
      String channel,
      Interval value,
      String unit) {}

  public ReportModel {
    weeks = List.copyOf(weeks);
    regions = List.copyOf(regions);
    components = List.copyOf(components);
    channels = List.copyOf(channels);
    curves = List.copyOf(curves);
    carryover = List.copyOf(carryover);
    effectiveness = List.copyOf(effectiveness);
    edges = List.copyOf(edges);
    parameters = List.copyOf(parameters);
  }
}
