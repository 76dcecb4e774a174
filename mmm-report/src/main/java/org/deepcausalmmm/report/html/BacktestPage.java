package org.deepcausalmmm.report.html;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.Map;
import org.deepcausalmmm.report.backtest.BacktestModel;
import org.deepcausalmmm.report.backtest.BacktestModel.ChannelStability;
import org.deepcausalmmm.report.backtest.BacktestModel.ForecastWeek;
import org.deepcausalmmm.report.backtest.BacktestModel.OriginForecast;
import org.deepcausalmmm.report.text.Human;

/** The values that the template of a backtest's report asks for. */
public record BacktestPage(BacktestModel model) {
  private static final Map<String, String> RULES =
      Map.of(
          "last_value", "last value",
          "last4_mean", "mean of the last 4 weeks",
          "seasonal", "same week a year before",
          "train_mean", "mean of the training weeks");

  /** Returns the comparison with the best naive forecast. */
  public String verdict() {
    BacktestModel.ForecastScores pooled = model.pooled();
    return pooled.naiveRmse().entrySet().stream()
        .min(Map.Entry.comparingByValue())
        .map(
            best ->
                pooled.againstNaive() < 1
                    ? "The model's forecast error is %s below that of the best naive forecast (%s)."
                        .formatted(
                            Human.percent(1 - pooled.againstNaive()),
                            model.words().in(rule(best.getKey())))
                    : "The best naive forecast (%s) is better: the model's error is %s above it."
                        .formatted(
                            model.words().in(rule(best.getKey())),
                            Human.percent(pooled.againstNaive() - 1)))
        .orElse("No naive forecast covers all outcomes, so there is no comparison.");
  }

  private static String rule(String id) {
    return RULES.getOrDefault(id, Human.words(id));
  }

  /** Returns the coverage of the intervals. */
  public String coverage() {
    return "%s of the outcomes lie in their 90%% interval; the weighted error is %s."
        .formatted(
            Human.percent(model.pooled().coverage90()), Human.percent(model.pooled().wmape()));
  }

  /** Returns the channel that varies most over the origins. */
  public String stability() {
    return model.stability().stream()
        .filter(channel -> Double.isFinite(channel.variation()))
        .max(Comparator.comparingDouble(ChannelStability::variation))
        .map(
            channel ->
                "%s varies most over the origins: its %s has a coefficient of variation of %s."
                    .formatted(
                        channel.channel(), metric(channel), Human.percent(channel.variation())))
        .orElse("");
  }

  /** Returns the name of a channel's figure. */
  public String metric(ChannelStability channel) {
    return channel.metric().equals("roi") ? "ROI" : Human.words(channel.metric());
  }

  /** Returns the style sheet. */
  public String style() {
    return Assets.style();
  }

  /** Returns the chart library. */
  public String echarts() {
    return Assets.echarts();
  }

  /** Returns the script that draws the charts. */
  public String script() {
    return Assets.script();
  }

  /** Returns the data of the charts as JSON. */
  public String data() {
    ObjectNode root = ChartJson.object();
    root.put("period", model.words().period().noun());
    ArrayNode origins = root.putArray("origins");
    model.origins().forEach(origin -> origin(origins.addObject(), origin));
    ArrayNode errors = root.putArray("errors");
    errors
        .addObject()
        .put("name", "this model")
        .put("rmse", ChartJson.rounded(model.pooled().rmse()));
    model
        .pooled()
        .naiveRmse()
        .forEach(
            (id, rmse) ->
                errors
                    .addObject()
                    .put("name", model.words().in(rule(id)))
                    .put("rmse", ChartJson.rounded(rmse)));
    ArrayNode stability = root.putArray("stability");
    model.stability().forEach(channel -> channel(stability.addObject(), channel));
    return ChartJson.text(root);
  }

  private static void origin(ObjectNode node, OriginForecast origin) {
    node.put("name", origin.name());
    ArrayNode weeks = node.putArray("weeks");
    ArrayNode actual = node.putArray("actual");
    ArrayNode predicted = node.putArray("predicted");
    ArrayNode lower = node.putArray("lower");
    ArrayNode upper = node.putArray("upper");
    for (ForecastWeek week : origin.weeks()) {
      weeks.add(week.name());
      actual.add(ChartJson.rounded(week.actual()));
      predicted.add(ChartJson.rounded(week.predicted().mean()));
      lower.add(ChartJson.rounded(week.predicted().lower()));
      upper.add(ChartJson.rounded(week.predicted().upper()));
    }
  }

  private void channel(ObjectNode node, ChannelStability channel) {
    node.put("channel", channel.channel()).put("metric", metric(channel));
    ArrayNode origins = node.putArray("origins");
    ArrayNode values = node.putArray("values");
    channel
        .figures()
        .forEach(
            figure -> {
              origins.add(figure.origin());
              ChartJson.interval(values.addArray(), figure.value());
            });
  }
}
