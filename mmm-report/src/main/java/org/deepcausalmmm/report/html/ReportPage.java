package org.deepcausalmmm.report.html;

import java.util.List;
import org.deepcausalmmm.report.run.ReportModel;
import org.deepcausalmmm.report.run.ReportModel.Channel;
import org.deepcausalmmm.report.run.ReportModel.ParameterRow;
import org.deepcausalmmm.report.run.Summary;

/**
 * Is what the template of the report fills in.
 *
 * @param model what the run says
 * @param headline what a reader in a hurry has to know
 */
public record ReportPage(ReportModel model, Headline headline) {
  private static final int MOST_PARAMETERS = 800;

  ReportPage(ReportModel model) {
    this(model, new Headline(model));
  }

  /** Gives the run's summary. */
  public Summary summary() {
    return model.summary();
  }

  /** Gives the name of the outcome. */
  public String outcome() {
    return model.summary().data().outcome();
  }

  /** Gives the name of what a return is counted in. */
  public String returned() {
    return model.summary().data().outcomeHasRevenue() ? "revenue" : outcome();
  }

  /** Tells whether any channel has spend. */
  public boolean hasSpend() {
    return model.channels().stream().anyMatch(channel -> channel.spend() != null);
  }

  /** Gives the channels, the largest share first. */
  public List<Channel> channels() {
    return model.channels().stream()
        .sorted((a, b) -> Double.compare(b.share().mean(), a.share().mean()))
        .toList();
  }

  /** Gives the parameters; those by region only if the table stays readable. */
  public List<ParameterRow> parameters() {
    return model.parameters().size() <= MOST_PARAMETERS
        ? model.parameters()
        : model.parameters().stream()
            .filter(row -> row.region().isEmpty())
            .limit(MOST_PARAMETERS)
            .toList();
  }

  /** Gives how many parameters the table leaves out. */
  public int parametersLeftOut() {
    return model.parameters().size() - parameters().size();
  }

  /** Gives how many regions the selector leaves out. */
  public int regionsLeftOut() {
    return model.summary().data().geos() - model.regions().size();
  }

  /** Tells whether the model has a channel drive another. */
  public boolean hasLinks() {
    return model.edges().stream().anyMatch(ReportModel.EdgeRow::inModel);
  }

  /** Gives the style sheet. */
  public String style() {
    return Assets.style();
  }

  /** Gives the chart library. */
  public String echarts() {
    return Assets.echarts();
  }

  /** Gives the script that says what to draw. */
  public String script() {
    return Assets.script();
  }

  /** Gives the data of the charts. */
  public String data() {
    return ReportData.json(model);
  }
}
