package org.deepcausalmmm.report.html;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.report.run.ReportModel;
import org.deepcausalmmm.report.run.ReportModel.Series;
import org.deepcausalmmm.report.run.Summary;
import org.jspecify.annotations.Nullable;

/** Turns what the charts draw into JSON that is safe inside a script element. */
final class ReportData {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  /** More digits than a chart can show. */
  private static final MathContext DIGITS = new MathContext(6);

  private final ReportModel model;
  private final ObjectNode root = JSON.createObjectNode();

  private ReportData(ReportModel model) {
    this.model = model;
  }

  /** Gives the JSON; no {@code <}, so that no name can end the script element. */
  static String json(ReportModel model) {
    try {
      return JSON.writeValueAsString(new ReportData(model).build())
          .replace("<", "\\u003c")
          .replace("\u2028", "\\u2028")
          .replace("\u2029", "\\u2029");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private ObjectNode build() {
    Summary.Data data = model.summary().data();
    root.put("outcome", data.outcome());
    root.put("trainWeeks", data.trainWeeks());
    ArrayNode weeks = root.putArray("weeks");
    model.weeks().forEach(weeks::add);
    series(root.putObject("total"), model.total());
    ArrayNode regions = root.putArray("regions");
    model.regions().forEach(region -> series(regions.addObject(), region));
    holdout();
    components();
    channels();
    curves();
    carryover();
    effectiveness();
    edges();
    return root;
  }

  private static void series(ObjectNode node, Series series) {
    node.put("name", series.name());
    numbers(node.putArray("actual"), series.actual());
    numbers(node.putArray("predicted"), series.predicted());
    numbers(node.putArray("lower"), series.lower());
    numbers(node.putArray("upper"), series.upper());
  }

  private void holdout() {
    Summary.Holdout holdout = model.summary().holdout();
    if (holdout == null) {
      return;
    }
    ArrayNode rules = root.putArray("forecasts");
    rule(rules, "this model", holdout.rmse());
    rule(rules, "last value", holdout.naive().last_value_rmse());
    rule(rules, "mean of the last 4 weeks", holdout.naive().last4_mean_rmse());
    rule(rules, "same week a year before", holdout.naive().seasonal_rmse());
    rule(rules, "mean of the fitted weeks", holdout.naive().train_mean_rmse());
  }

  private static void rule(ArrayNode rules, String name, @Nullable Double rmse) {
    if (rmse != null) {
      rules.addObject().put("name", name).put("rmse", rounded(rmse));
    }
  }

  private void components() {
    ArrayNode components = root.putArray("components");
    for (ReportModel.Component component : model.components()) {
      ObjectNode node = components.addObject();
      node.put("kind", component.kind());
      node.put("name", component.name());
      node.put("fitted", rounded(component.fitted()));
      numbers(node.putArray("values"), component.values());
    }
  }

  private void channels() {
    ArrayNode channels = root.putArray("channels");
    for (ReportModel.Channel channel : model.channels()) {
      ObjectNode node = channels.addObject();
      node.put("name", channel.name());
      node.put("paid", channel.spend() != null);
      interval(node.putArray("share"), channel.share());
      if (channel.roi() != null) {
        interval(node.putArray("roi"), channel.roi());
      }
      if (channel.mroi() != null) {
        interval(node.putArray("mroi"), channel.mroi());
      }
    }
  }

  private void curves() {
    ArrayNode curves = root.putArray("curves");
    for (ReportModel.Curve curve : model.curves()) {
      ObjectNode node = curves.addObject();
      node.put("channel", curve.channel());
      ArrayNode points = node.putArray("points");
      for (ReportModel.CurvePoint point : curve.points()) {
        ArrayNode values = points.addArray();
        values.add(rounded(point.multiplier()));
        values.add(rounded(point.spend()));
        interval(values, point.outcome());
      }
    }
  }

  private void carryover() {
    ArrayNode carryover = root.putArray("carryover");
    model.carryover().forEach(c -> series(carryover, c.channel(), "shares", c.shares()));
  }

  private void effectiveness() {
    ArrayNode effectiveness = root.putArray("effectiveness");
    model.effectiveness().forEach(c -> series(effectiveness, c.channel(), "weeks", c.byWeek()));
  }

  /** Adds a channel with one interval after another. */
  private static void series(
      ArrayNode rows, String channel, String name, List<Interval> intervals) {
    ObjectNode node = rows.addObject();
    node.put("channel", channel);
    ArrayNode values = node.putArray(name);
    intervals.forEach(each -> interval(values.addArray(), each));
  }

  private void edges() {
    ArrayNode edges = root.putArray("edges");
    for (ReportModel.EdgeRow edge :
        model.edges().stream().filter(ReportModel.EdgeRow::inModel).toList()) {
      ObjectNode node = edges.addObject();
      node.put("from", edge.from());
      node.put("to", edge.to());
      node.put("kind", edge.kind());
      node.put("probability", rounded(edge.probability()));
      interval(node.putArray("weight"), edge.weight());
    }
  }

  private static void interval(ArrayNode node, Interval interval) {
    numbers(node, interval.mean(), interval.lower(), interval.upper());
  }

  private static void numbers(ArrayNode node, double... values) {
    for (double value : values) {
      node.add(rounded(value));
    }
  }

  private static @Nullable BigDecimal rounded(double value) {
    return Double.isFinite(value) ? new BigDecimal(value, DIGITS).stripTrailingZeros() : null;
  }
}
