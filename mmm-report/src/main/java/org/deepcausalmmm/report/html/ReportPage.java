package org.deepcausalmmm.report.html;

import java.util.List;
import org.deepcausalmmm.data.PeriodWords;
import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.report.run.ReportModel;
import org.deepcausalmmm.report.run.ReportModel.ChannelResult;
import org.deepcausalmmm.report.run.ReportModel.ParameterRow;
import org.deepcausalmmm.report.run.Summary;
import org.deepcausalmmm.report.text.Human;
import org.jspecify.annotations.Nullable;

/**
 * The values that the template of a run's report asks for.
 *
 * @param headline the figures at the top
 */
public record ReportPage(ReportModel model, Headline headline) {
  private static final int MOST_PARAMETERS = 800;

  /** Above this index refits spread twice as far as the posterior. */
  private static final double MISMATCH = 0.6;

  /** Creates the page of a run. */
  public ReportPage(ReportModel model) {
    this(model, new Headline(model));
  }

  /** Returns the run's summary. */
  public Summary summary() {
    return model.summary();
  }

  /** Returns the name of the outcome. */
  public String outcome() {
    return model.summary().data().outcome();
  }

  /** Returns the name of what a return is counted in. */
  public String returned() {
    return model.summary().data().outcomeHasRevenue() ? "revenue" : outcome();
  }

  /** Returns the words for the period of the rows. */
  public PeriodWords words() {
    return model.words();
  }

  /** Returns the sentences that open the charts. */
  public RunSentences sentences() {
    return new RunSentences(model);
  }

  /** Returns the sentences about roles that only some data have. */
  public RoleSentences roles() {
    return new RoleSentences(model);
  }

  /** Returns which charts the run allows. */
  public RunCharts charts() {
    return new RunCharts(model);
  }

  /** Returns the figures of a chart as a table; null if it has none. */
  public @Nullable FigureTable figures(String chart) {
    return new RunFigures(model).of(chart).orElse(null);
  }

  /** Returns whether evidence or convergence are known by channel. */
  public boolean hasEvidence() {
    return model.channels().stream().anyMatch(channel -> channel.evidence() != null);
  }

  /** Returns whether channels have grades of evidence. */
  public boolean hasGrades() {
    return model.channels().stream()
        .anyMatch(channel -> channel.evidence() != null && !channel.evidence().grade().isEmpty());
  }

  /** Returns the cost of an incremental unit of the outcome; null without spend or effect. */
  public @Nullable Double cost(ChannelResult channel) {
    Double spend = channel.spend();
    double effect = channel.contribution().mean();
    return spend == null || effect <= 0 ? null : spend / effect;
  }

  /** Returns the channels, the largest share first. */
  public List<ChannelResult> channels() {
    return model.channels().stream()
        .sorted((a, b) -> Double.compare(b.share().mean(), a.share().mean()))
        .toList();
  }

  /** Returns the parameters; those by region only if the table stays readable. */
  public List<ParameterRow> parameters() {
    return model.parameters().size() <= MOST_PARAMETERS
        ? model.parameters()
        : model.parameters().stream()
            .filter(row -> row.region().isEmpty())
            .limit(MOST_PARAMETERS)
            .toList();
  }

  /** Returns how many parameters the table leaves out. */
  public int parametersLeftOut() {
    return model.parameters().size() - parameters().size();
  }

  /** Returns how many regions the selector leaves out. */
  public int regionsLeftOut() {
    return model.summary().data().geos() - model.regions().size();
  }

  /** Returns the channels under bagged posteriors; empty if there were no refits. */
  public List<ReportModel.BaggedRow> bagged() {
    return model.media().bagged();
  }

  /** Returns a number with its interval. */
  public String figure(@Nullable Interval interval) {
    return interval == null
        ? "\u2013"
        : Human.number(interval.mean()) + " (" + Human.range(interval) + ")";
  }

  /** Returns how far refits to halves of the data differ. */
  public String bagging() {
    List<String> off =
        bagged().stream()
            .filter(row -> row.mismatch() > MISMATCH)
            .map(ReportModel.BaggedRow::channel)
            .toList();
    return off.isEmpty()
        ? "Refits to halves of the data differ no more than the posterior says."
        : "Refits to halves of the data differ by more than the posterior says (%s): use the wider"
                .formatted(String.join(", ", off))
            + " intervals of the bagged posterior.";
  }

  /** Returns the style sheet. */
  public String style() {
    return Assets.style();
  }

  /** Returns the style sheet of the printed report. */
  public String printStyle() {
    return Assets.printStyle();
  }

  /** Returns the chart library. */
  public String echarts() {
    return Assets.echarts();
  }

  /** Returns the script that says what to draw. */
  public String script() {
    return Assets.script();
  }

  /** Returns the data of the charts. */
  public String data() {
    return ReportData.json(model);
  }
}
