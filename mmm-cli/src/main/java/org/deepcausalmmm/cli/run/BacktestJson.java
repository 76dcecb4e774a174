package org.deepcausalmmm.cli.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.deepcausalmmm.cli.base.Version;
import org.deepcausalmmm.core.backtest.Backtest;
import org.deepcausalmmm.core.backtest.BacktestScores;
import org.deepcausalmmm.core.backtest.RoiStability;
import org.deepcausalmmm.core.forecast.ForecastWeights;

/** The summary of a backtest as JSON, keys always in the same order. */
final class BacktestJson {
  private static final JsonNodeFactory NODES = new JsonNodeFactory(true);

  private BacktestJson() {}

  static ObjectNode of(Backtest backtest) {
    ObjectNode root = NODES.objectNode();
    root.put("format", SummaryJson.FORMAT);
    root.put("version", Version.current());
    root.put("horizon", backtest.plan().horizon());
    scores(root.putObject("pooled"), backtest.pooled());
    ArrayNode horizons = root.putArray("byHorizon");
    backtest
        .byHorizon()
        .forEach((ahead, scores) -> scores(horizons.addObject().put("ahead", ahead), scores));
    ArrayNode origins = root.putArray("byOrigin");
    for (Backtest.Origin origin : backtest.origins()) {
      ObjectNode node = origins.addObject();
      node.put("origin", origin.label());
      node.put("trainWeeks", origin.trainWeeks());
      node.put("geos", origin.regions());
      put(node, "seconds", origin.seconds());
      weights(node.putObject("weights"), origin.weights());
      scores(node, origin.scores());
    }
    ArrayNode stability = root.putArray("roiStability");
    for (RoiStability channel : backtest.stability()) {
      ObjectNode node = stability.addObject();
      node.put("channel", channel.channel());
      node.put("metric", channel.metric());
      put(node, "mean", channel.mean());
      put(node, "variation", channel.variation());
      put(node, "largestMove", channel.largestMove());
      put(node, "insideShare", channel.insideShare());
    }
    return root;
  }

  /** Writes the forecast weight of each part of the model. */
  static void weights(ObjectNode node, ForecastWeights weights) {
    put(node, "media", weights.media());
    put(node, "seasonTrendControls", weights.shared());
    put(node, "modelLevel", weights.state());
    put(node, "yearBefore", weights.year());
    put(node, "levelDecay", weights.meanDecay());
  }

  private static void scores(ObjectNode node, BacktestScores scores) {
    node.put("cells", scores.cells());
    put(node, "rmse", scores.rmse());
    put(node, "wmape", scores.wmape());
    put(node, "crps", scores.crps());
    put(node, "coverage90", scores.coverage90());
    put(node, "againstNaive", scores.againstNaive());
    ObjectNode naive = node.putObject("naive");
    for (BacktestScores.NaiveScores rule : scores.naive()) {
      ObjectNode one = naive.putObject(rule.rule().id());
      put(one, "rmse", rule.rmse());
      put(one, "wmape", rule.wmape());
      put(one, "crps", rule.crps());
    }
  }

  private static void put(ObjectNode node, String key, double value) {
    node.set(key, NODES.numberNode(Numbers.json(value)));
  }
}
