package org.deepcausalmmm.report.html;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.deepcausalmmm.report.run.ExperimentRow;
import org.deepcausalmmm.report.run.ReportModel;

/** The charts that a run's content allows. */
public final class RunCharts {
  private static final Pattern MONEY =
      Pattern.compile("(?i).*(revenue|sales|turnover|umsatz|income|gmv|booking|profit|value).*");

  private final ReportModel model;

  RunCharts(ReportModel model) {
    this.model = model;
  }

  /** Returns whether any channel has spend. */
  public boolean hasSpend() {
    return model.channels().stream().anyMatch(channel -> channel.spend() != null);
  }

  /** Returns whether several channels have spend, so that their shares can be compared. */
  public boolean comparesSpend() {
    return model.channels().stream().filter(channel -> channel.spend() != null).count() > 1;
  }

  /** Returns whether the outcome is a count, so that a cost per unit of it is asked for. */
  public boolean hasCosts() {
    return hasSpend()
        && (model.summary().data().outcomeHasRevenue()
            || !MONEY.matcher(model.summary().data().outcome().toLowerCase(Locale.ROOT)).matches());
  }

  /** Returns whether the run learned from experiments. */
  public boolean hasExperiments() {
    return !model.experiments().isEmpty();
  }

  /** Returns whether the lift of every experiment can be given per unit of spend. */
  public boolean experimentsHaveSpend() {
    return model.experiments().stream().allMatch(ExperimentRow::hasSpend);
  }

  /** Returns whether the prior ROI of a tested channel is known. */
  public boolean hasTestedRoi() {
    return !new ExperimentSeries(model).tested().isEmpty();
  }

  /** Returns whether priors are known. */
  public boolean hasPriors() {
    return !model.sharesWithPrior().isEmpty();
  }

  /** Returns whether the model has one channel drive another. */
  public boolean hasLinks() {
    return model.edges().stream().anyMatch(ReportModel.EdgeRow::inModel);
  }

  /** Returns the edges that the model has. */
  public List<ReportModel.EdgeRow> links() {
    return model.edges().stream().filter(ReportModel.EdgeRow::inModel).toList();
  }
}
