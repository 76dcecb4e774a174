package org.deepcausalmmm.report.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.data.PeriodWords;
import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.report.plan.PlanSummary.ActiveConstraint;
import org.deepcausalmmm.report.plan.PlanSummary.Alternatives;
import org.deepcausalmmm.report.plan.PlanSummary.ChannelMoney;
import org.deepcausalmmm.report.plan.PlanSummary.Limits;
import org.deepcausalmmm.report.plan.PlanSummary.PlanAim;
import org.deepcausalmmm.report.plan.PlanSummary.PlanBudget;
import org.deepcausalmmm.report.plan.PlanSummary.PlanOutcome;
import org.deepcausalmmm.report.plan.PlanSummary.Proof;
import org.deepcausalmmm.report.plan.PlanSummary.Window;
import org.jspecify.annotations.Nullable;

/** The groups of keys of a plan's {@code summary.json}. */
final class PlanSummaryReader {
  private PlanSummaryReader() {}

  static PlanSummary read(JsonNode root) {
    String risk = text(root, "risk");
    return new PlanSummary(
        text(root, "version"),
        new PlanAim(
            text(root, "outcome"),
            text(root, "unit"),
            text(root, "mode"),
            text(root, "by"),
            risk,
            require(root, "draws").asInt()),
        window(require(root, "window")),
        new PlanBudget(
            number(root, "budget"),
            number(root, "spend"),
            number(root, "unspent"),
            text(root, "unspentReason")),
        new Proof(text(root, "guarantee"), number(root, "gap"), text(root, "method")),
        alternatives(root, risk),
        channels(require(root, "channels")),
        limits(root));
  }

  private static Window window(JsonNode node) {
    return new Window(
        text(node, "first"),
        text(node, "last"),
        require(node, "weeks").asInt(),
        PeriodWords.of(node.path("period").asText()));
  }

  private static Alternatives alternatives(JsonNode root, String risk) {
    JsonNode plans = require(root, "plans");
    return new Alternatives(
        outcome(require(plans, "present"), risk),
        outcome(require(plans, "even"), risk),
        outcome(require(plans, "optimum"), risk),
        interval(require(root, "gain")),
        optional(root, "probabilityBetter"));
  }

  private static PlanOutcome outcome(JsonNode node, String risk) {
    return new PlanOutcome(
        number(node, "spend"),
        interval(require(node, "outcome")),
        number(node, risk),
        require(node, "allowed").asBoolean(),
        texts(require(node, "violations")));
  }

  private static List<ChannelMoney> channels(JsonNode nodes) {
    List<ChannelMoney> channels = new ArrayList<>();
    for (JsonNode node : nodes) {
      channels.add(
          new ChannelMoney(
              text(node, "channel"),
              number(node, "present"),
              number(node, "optimum"),
              interval(require(node, "presentOutcome")),
              interval(require(node, "optimumOutcome")),
              number(node, "mroi")));
    }
    return channels;
  }

  private static Limits limits(JsonNode root) {
    List<ActiveConstraint> active = new ArrayList<>();
    for (JsonNode node : require(root, "activeLimits")) {
      active.add(
          new ActiveConstraint(text(node, "name"), text(node, "side"), number(node, "amount")));
    }
    return new Limits(
        active, texts(require(root, "beyondObserved")), texts(root.path("notRaised")));
  }

  private static List<String> texts(JsonNode nodes) {
    List<String> texts = new ArrayList<>();
    nodes.forEach(node -> texts.add(node.asText()));
    return texts;
  }

  private static Interval interval(JsonNode node) {
    return new Interval(number(node, "mean"), number(node, "lower"), number(node, "upper"));
  }

  private static String text(JsonNode node, String key) {
    return require(node, key).asText();
  }

  /** Returns a number; NaN where the file has null. */
  private static double number(JsonNode node, String key) {
    Double value = optional(node, key);
    return value == null ? Double.NaN : value;
  }

  private static @Nullable Double optional(JsonNode node, String key) {
    JsonNode value = require(node, key);
    if (!value.isNumber() && !value.isNull()) {
      throw new IllegalArgumentException("'" + key + "' is not a number");
    }
    return value.isNull() ? null : value.asDouble();
  }

  private static JsonNode require(JsonNode node, String key) {
    JsonNode value = node.get(key);
    if (value == null) {
      throw new IllegalArgumentException("it has no '" + key + "'");
    }
    return value;
  }
}
