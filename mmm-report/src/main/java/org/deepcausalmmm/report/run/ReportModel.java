package org.deepcausalmmm.report.run;

import java.util.List;
import java.util.Map;
import org.deepcausalmmm.data.PeriodWords;
import org.deepcausalmmm.data.estimate.Interval;
import org.jspecify.annotations.Nullable;

/**
 * The content of a run directory.
 *
 * @param treatments effects of treatments other than media
 * @param experiments those that the run learned from; empty without any
 * @param configuration the YAML that reproduces the run
 */
public record ReportModel(
    Summary summary,
    Findings findings,
    Timeline timeline,
    MediaTables media,
    List<TreatmentRow> treatments,
    List<ParameterRow> parameters,
    List<ExperimentRow> experiments,
    String configuration) {

  /** The largest number of regions with series of their own, so that the file stays small. */
  public static final int MOST_REGIONS = 300;

  /**
   * The series by week.
   *
   * @param weeks the names of the weeks; those after {@code summary.data.trainWeeks} are the
   *     holdout
   * @param total summed over the regions whose outcome is known in a week
   * @param regions the largest regions, at most {@link #MOST_REGIONS}
   * @param components the series that sum to the prediction
   */
  public record Timeline(
      List<String> weeks, Series total, List<Series> regions, List<OutcomeComponent> components) {
    public Timeline {
      weeks = List.copyOf(weeks);
      regions = List.copyOf(regions);
      components = List.copyOf(components);
    }
  }

  /**
   * A channel under bagged posteriors.
   *
   * @param roi null without spend
   * @param mismatch from -1 to 1; 0 if the model describes the data
   */
  public record BaggedRow(
      String channel, Interval contribution, @Nullable Interval roi, double mismatch) {}

  /**
   * The results by channel.
   *
   * @param weekly the weekly amount of each channel, summed over regions, in the unit of its
   *     response curve; empty for runs of earlier versions
   * @param bagged the channels under bagged posteriors; empty if there were no refits
   * @param frequency response to frequency of the channels with reach and frequency
   */
  public record MediaTables(
      List<ChannelResult> channels,
      List<Curve> curves,
      List<Carryover> carryover,
      List<EffectivenessSeries> effectiveness,
      List<EdgeRow> edges,
      Map<String, List<Double>> weekly,
      List<BaggedRow> bagged,
      List<FrequencyRow> frequency) {
    public MediaTables {
      frequency = List.copyOf(frequency);
      bagged = List.copyOf(bagged);
      channels = List.copyOf(channels);
      curves = List.copyOf(curves);
      carryover = List.copyOf(carryover);
      effectiveness = List.copyOf(effectiveness);
      edges = List.copyOf(edges);
      weekly = Map.copyOf(weekly);
    }
  }

  /** Observed and expected outcomes by week; NaN where there is none. */
  @SuppressWarnings("ArrayRecordComponent") // numeric series, never compared
  public record Series(
      String name, double[] actual, double[] predicted, double[] lower, double[] upper) {}

  /**
   * One of the series that sum to the prediction, over all regions.
   *
   * @param kind baseline, control, treatment or media
   * @param fitted the sum over the training weeks
   */
  @SuppressWarnings("ArrayRecordComponent") // numeric series, never compared
  public record OutcomeComponent(String kind, String name, double[] values, double fitted) {}

  /** The results of a channel; ROI and mROI are null without spend. */
  public record ChannelResult(
      String name,
      @Nullable Double spend,
      double exposure,
      Effects effects,
      @Nullable Interval roi,
      @Nullable Interval mroi,
      @Nullable Evidence evidence) {

    /** Returns the total effect. */
    public Interval contribution() {
      return effects.contribution();
    }

    /** Returns the effect with the exposure of other channels held. */
    public Interval direct() {
      return effects.direct();
    }

    /** Returns the share of the outcome by the path split. */
    public Interval share() {
      return effects.share();
    }
  }

  /** The total and direct effect of a channel and its share of the outcome. */
  public record Effects(Interval contribution, Interval direct, Interval share) {}

  /**
   * The evidence behind a channel's figures.
   *
   * @param grade strong, moderate, weak or confounded; empty if it was not judged
   * @param ess the effective number of posterior draws; NaN if unknown
   * @param rhat the potential scale reduction; NaN if unknown
   */
  public record Evidence(String grade, String reason, double ess, double rhat) {}

  /** The response curve of a channel. */
  public record Curve(String channel, List<CurvePoint> points) {
    public Curve {
      points = List.copyOf(points);
    }
  }

  /** A point of a response curve. */
  public record CurvePoint(double multiplier, double spend, Interval outcome) {}

  /** The share of a channel's effect by weeks after the exposure. */
  public record Carryover(String channel, List<Interval> shares) {
    public Carryover {
      shares = List.copyOf(shares);
    }
  }

  /** The effectiveness of a channel by week, against its own mean; only where it varies. */
  public record EffectivenessSeries(String channel, List<Interval> byWeek) {
    public EffectivenessSeries {
      byWeek = List.copyOf(byWeek);
    }
  }

  /** An edge of the graph; with weight 0 it occurs in some resamples only. */
  public record EdgeRow(
      String from, String to, Interval weight, double probability, double decay, String kind) {
    /** Returns whether the model has the edge, rather than some resamples alone. */
    public boolean inModel() {
      return weight.mean() != 0;
    }
  }

  /** A row of the parameter table; the prior is null for runs of earlier versions. */
  public record ParameterRow(
      String component,
      String parameter,
      String region,
      String channel,
      Interval value,
      String unit,
      @Nullable Interval prior) {}

  /**
   * The response to frequency of a channel.
   *
   * @param mean mean frequency of the people reached
   * @param best frequency at which a contact has the greatest effect
   * @param gain effect of a contact there relative to the mean frequency
   * @param determined whether the data, rather than the prior, decide the best frequency
   */
  public record FrequencyRow(
      String channel,
      double mean,
      Interval best,
      Interval gain,
      boolean determined,
      List<ReachPoint> points) {
    public FrequencyRow {
      points = List.copyOf(points);
    }
  }

  /** A point of a response to frequency, both relative to the mean frequency. */
  public record ReachPoint(double frequency, Interval response, Interval perContact) {}

  /** The effect of a treatment other than media against its baseline. */
  public record TreatmentRow(
      String treatment, double baseline, Interval contribution, Interval share) {}

  public ReportModel {
    treatments = List.copyOf(treatments);
    parameters = List.copyOf(parameters);
    experiments = List.copyOf(experiments);
  }

  /** Returns the words for the period of the rows. */
  public PeriodWords words() {
    return PeriodWords.of(summary.data().periodNoun());
  }

  /** Returns the names of the weeks. */
  public List<String> weeks() {
    return timeline.weeks();
  }

  /** Returns the series summed over the regions. */
  public Series total() {
    return timeline.total();
  }

  /** Returns the series of the largest regions. */
  public List<Series> regions() {
    return timeline.regions();
  }

  /** Returns the series that sum to the prediction. */
  public List<OutcomeComponent> components() {
    return timeline.components();
  }

  /** Returns the controls among the components. */
  public List<OutcomeComponent> controls() {
    return components().stream().filter(c -> c.kind().equals("control")).toList();
  }

  /** Returns the channels in the order of the data. */
  public List<ChannelResult> channels() {
    return media.channels();
  }

  /** Returns the edges of the graph. */
  public List<EdgeRow> edges() {
    return media.edges();
  }

  /** Returns the share of each channel by parameter, where the prior is known. */
  public List<ParameterRow> sharesWithPrior() {
    return parameters.stream()
        .filter(row -> row.parameter().equals("share") && row.region().isEmpty())
        .filter(row -> row.prior() != null && !row.channel().isEmpty())
        .toList();
  }
}
