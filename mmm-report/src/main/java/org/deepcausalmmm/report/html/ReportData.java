package org.deepcausalmmm.report.html;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import org.deepcausalmmm.report.run.ReportModel;
import org.deepcausalmmm.report.run.ReportModel.ChannelResult;
import org.deepcausalmmm.report.run.ReportModel.Series;
import org.deepcausalmmm.report.run.Summary;
import org.jspecify.annotations.Nullable;

/** The data of the charts of a run. */
public final class ReportData {
  private final ReportModel model;
  private final ObjectNode root = ChartJson.object();

  private ReportData(ReportModel model) {
    this.model = model;
  }

  /** Returns the data as JSON that is safe in a script element. */
  public static String json(ReportModel model) {
    return ChartJson.text(new ReportData(model).build());
  }

  private ObjectNode build() {
    Summary.Data data = model.summary().data();
    root.put("outcome", data.outcome());
    root.put("returned", data.outcomeHasRevenue() ? "revenue" : data.outcome());
    root.put("period", data.periodNoun());
    root.put("trainWeeks", data.trainWeeks());
    ChartJson.texts(root.putArray("weeks"), model.weeks());
    series(root.putObject("total"), model.total());
    ArrayNode regions = root.putArray("regions");
    model.regions().forEach(region -> series(regions.addObject(), region));
    holdout();
    components();
    channels();
    curves();
    byWeek();
    frequency();
    edges();
    priors();
    new ExperimentSeries(model).write(root);
    return root;
  }

  private static void series(ObjectNode node, Series series) {
    node.put("name", series.name());
    ChartJson.numbers(node.putArray("actual"), series.actual());
    ChartJson.numbers(node.putArray("predicted"), series.predicted());
    ChartJson.numbers(node.putArray("lower"), series.lower());
    ChartJson.numbers(node.putArray("upper"), series.upper());
  }

  private void holdout() {
    Summary.Holdout holdout = model.summary().holdout();
    if (holdout == null) {
      return;
    }
    ArrayNode rules = root.putArray("forecasts");
    rule(rules, "this model", holdout.rmse());
    rule(rules, "last value", holdout.naive().last_value_rmse());
    rule(rules, model.words().in("mean of the last 4 weeks"), holdout.naive().last4_mean_rmse());
    rule(rules, model.words().in("same week a year before"), holdout.naive().seasonal_rmse());
    rule(rules, model.words().in("mean of the training weeks"), holdout.naive().train_mean_rmse());
  }

  private static void rule(ArrayNode rules, String name, @Nullable Double rmse) {
    if (rmse != null) {
      rules.addObject().put("name", name).put("rmse", ChartJson.rounded(rmse));
    }
  }

  private void components() {
    ArrayNode components = root.putArray("components");
    for (ReportModel.OutcomeComponent component : model.components()) {
      ObjectNode node = components.addObject();
      node.put("kind", component.kind());
      node.put("name", component.name());
      node.put("fitted", ChartJson.rounded(component.fitted()));
      ChartJson.numbers(node.putArray("values"), component.values());
    }
  }

  private void channels() {
    ArrayNode channels = root.putArray("channels");
    for (ChannelResult channel : model.channels()) {
      ObjectNode node = channels.addObject();
      node.put("name", channel.name());
      node.put("paid", channel.spend() != null);
      if (channel.spend() != null) {
        node.put("spend", ChartJson.rounded(channel.spend()));
      }
      ChartJson.interval(node.putArray("share"), channel.share());
      ChartJson.interval(node.putArray("contribution"), channel.contribution());
      ChartJson.interval(node.putArray("direct"), channel.direct());
      if (channel.roi() != null) {
        ChartJson.interval(node.putArray("roi"), channel.roi());
      }
      if (channel.mroi() != null) {
        ChartJson.interval(node.putArray("mroi"), channel.mroi());
      }
    }
  }

  private void curves() {
    ArrayNode curves = root.putArray("curves");
    int train = model.summary().data().trainWeeks();
    for (ReportModel.Curve curve : model.media().curves()) {
      ObjectNode node = curves.addObject();
      node.put("channel", curve.channel());
      node.put("weekCount", train);
      ArrayNode points = node.putArray("points");
      for (ReportModel.CurvePoint point : curve.points()) {
        ArrayNode values = points.addArray();
        ChartJson.numbers(values, point.multiplier(), point.spend());
        ChartJson.interval(values, point.outcome());
      }
      ArrayNode weeks = node.putArray("weeks");
      model.media().weekly().getOrDefault(curve.channel(), List.of()).stream()
          .limit(train)
          .forEach(amount -> weeks.add(ChartJson.rounded(amount)));
    }
  }

  private void byWeek() {
    ArrayNode carryover = root.putArray("carryover");
    for (ReportModel.Carryover row : model.media().carryover()) {
      ObjectNode node = carryover.addObject().put("channel", row.channel());
      ChartJson.intervals(node.putArray("shares"), row.shares());
    }
    ArrayNode effectiveness = root.putArray("effectiveness");
    for (ReportModel.EffectivenessSeries row : model.media().effectiveness()) {
      ObjectNode node = effectiveness.addObject().put("channel", row.channel());
      ChartJson.intervals(node.putArray("weeks"), row.byWeek());
    }
  }

  private void frequency() {
    ArrayNode rows = root.putArray("frequency");
    for (ReportModel.FrequencyRow row : model.media().frequency()) {
      ObjectNode node = rows.addObject().put("channel", row.channel());
      node.put("mean", ChartJson.rounded(row.mean()));
      ChartJson.interval(node.putArray("best"), row.best());
      ArrayNode points = node.putArray("points");
      for (ReportModel.ReachPoint point : row.points()) {
        ArrayNode values = points.addArray();
        ChartJson.numbers(values, point.frequency());
        ChartJson.interval(values, point.perContact());
      }
    }
  }

  private void edges() {
    ArrayNode edges = root.putArray("edges");
    for (ReportModel.EdgeRow edge : new RunCharts(model).links()) {
      ObjectNode node = edges.addObject();
      node.put("from", edge.from());
      node.put("to", edge.to());
      node.put("kind", edge.kind());
      node.put("probability", ChartJson.rounded(edge.probability()));
      ChartJson.interval(node.putArray("weight"), edge.weight());
    }
  }

  private void priors() {
    ArrayNode priors = root.putArray("priors");
    for (ReportModel.ParameterRow row : model.sharesWithPrior()) {
      ObjectNode node = priors.addObject().put("channel", row.channel());
      ChartJson.interval(node.putArray("prior"), Objects.requireNonNull(row.prior()));
      ChartJson.interval(node.putArray("posterior"), row.value());
    }
  }
}
