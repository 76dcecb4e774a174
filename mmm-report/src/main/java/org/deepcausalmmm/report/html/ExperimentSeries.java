package org.deepcausalmmm.report.html;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.report.run.ExperimentRow;
import org.deepcausalmmm.report.run.ReportModel;
import org.deepcausalmmm.report.run.ReportModel.ChannelResult;
import org.deepcausalmmm.report.text.Human;

/** What a run shows about its experiments: chart, table and sentence. */
final class ExperimentSeries {
  private static final String INTERVAL = "90% interval";

  private final ReportModel model;

  ExperimentSeries(ReportModel model) {
    this.model = model;
  }

  /** The prior and the posterior of the ROI of a tested channel. */
  record TestedRoi(String channel, Interval prior, Interval posterior) {}

  /** Adds the data of the charts. */
  void write(ObjectNode root) {
    if (model.experiments().isEmpty()) {
      return;
    }
    boolean perSpend = new RunCharts(model).experimentsHaveSpend();
    root.put("experimentsPerSpend", perSpend);
    ArrayNode rows = root.putArray("experiments");
    for (ExperimentRow row : model.experiments()) {
      ObjectNode node = rows.addObject().put("name", row.name()).put("channel", row.channel());
      ChartJson.interval(node.putArray("before"), shown(row, row.lifts().before()));
      ChartJson.interval(node.putArray("measured"), shown(row, row.lifts().measured()));
      ChartJson.interval(node.putArray("after"), shown(row, row.lifts().after()));
    }
    ArrayNode tested = root.putArray("testedRoi");
    for (TestedRoi roi : tested()) {
      ObjectNode node = tested.addObject().put("channel", roi.channel());
      ChartJson.interval(node.putArray("prior"), roi.prior());
      ChartJson.interval(node.putArray("posterior"), roi.posterior());
    }
  }

  private Interval shown(ExperimentRow row, Interval lift) {
    return new RunCharts(model).experimentsHaveSpend() ? row.scaled(lift) : lift;
  }

  /**
   * Returns the ROI of the tested channels before and after the data, including experiments. The
   * prior is that of the channel's share of the outcome, in the units of its ROI.
   */
  List<TestedRoi> tested() {
    List<TestedRoi> found = new ArrayList<>();
    for (ReportModel.ParameterRow share : model.sharesWithPrior()) {
      boolean tested =
          model.experiments().stream().anyMatch(row -> row.channel().equals(share.channel()));
      Optional<Interval> roi = roi(share.channel());
      if (tested && roi.isPresent() && share.value().mean() > 0) {
        double unit = roi.get().mean() / share.value().mean();
        Interval prior = Objects.requireNonNull(share.prior());
        found.add(
            new TestedRoi(
                share.channel(),
                new Interval(prior.mean() * unit, prior.lower() * unit, prior.upper() * unit),
                roi.get()));
      }
    }
    return found;
  }

  private Optional<Interval> roi(String channel) {
    return model.channels().stream()
        .filter(c -> c.name().equals(channel))
        .findFirst()
        .map(ChannelResult::roi);
  }

  /** Returns the figures of the first chart. */
  FigureTable table() {
    List<List<String>> rows = new ArrayList<>();
    for (ExperimentRow row : model.experiments()) {
      rows.add(
          List.of(
              row.name(),
              row.channel(),
              number(shown(row, row.lifts().before())),
              number(shown(row, row.lifts().measured())),
              number(shown(row, row.lifts().after())),
              Human.number(row.agreement())));
    }
    return new FigureTable(
        List.of("Experiment", "Channel", "Model without it", "Measured", "Model with it", "p"),
        rows,
        2);
  }

  /** Returns the figures of the second chart. */
  FigureTable testedTable() {
    return FigureTable.of(
        List.of("Channel", "Prior ROI", INTERVAL, "Posterior ROI", INTERVAL),
        tested().stream()
            .map(
                roi ->
                    List.of(
                        roi.channel(),
                        Human.number(roi.prior().mean()),
                        Human.range(roi.prior()),
                        Human.number(roi.posterior().mean()),
                        Human.range(roi.posterior())))
            .toList());
  }

  private static String number(Interval interval) {
    return Human.number(interval.mean()) + " (" + Human.range(interval) + ")";
  }

  /** Returns what the first experiment changed. */
  String sentence() {
    boolean perSpend = new RunCharts(model).experimentsHaveSpend();
    return model.experiments().stream()
        .findFirst()
        .map(
            row ->
                "'%s' measured %s%s; the model without it says %s, with it %s."
                    .formatted(
                        row.name(),
                        perSpend ? "an ROI of " : "a lift of ",
                        number(shown(row, row.lifts().measured())),
                        number(shown(row, row.lifts().before())),
                        number(shown(row, row.lifts().after()))))
        .orElse("");
  }
}
