package org.deepcausalmmm.report.html;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.report.plan.PlanModel;
import org.deepcausalmmm.report.plan.PlanSummary.ChannelMoney;
import org.deepcausalmmm.report.plan.PlanSummary.PlanOutcome;
import org.jspecify.annotations.Nullable;

/** Turns what the charts of a plan draw into JSON that is safe inside a script element. */
final class PlanData {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();
  private static final MathContext DIGITS = new MathContext(6);

  private PlanData() {}

  /** Gives the JSON; no {@code <}, so that no name can end the script element. */
  static String json(PlanPage page) {
    try {
      return JSON.writeValueAsString(build(page))
          .replace("<", "\\u003c")
          .replace("\u2028", "\\u2028")
          .replace("\u2029", "\\u2029");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ObjectNode build(PlanPage page) {
    ObjectNode root = JSON.createObjectNode();
    root.put("outcome", page.counted());
    root.put("measured", page.measured());
    ArrayNode plans = root.putArray("plans");
    plan(plans, "present", page.plans().present());
    plan(plans, "even split", page.plans().even());
    plan(plans, "planned", page.plans().optimum());
    estimate(root.putArray("gain"), page.plans().gain());
    ArrayNode channels = root.putArray("channels");
    for (ChannelMoney channel : page.summary().channels()) {
      ObjectNode node = channels.addObject();
      node.put("name", channel.name());
      node.put("present", rounded(channel.present()));
      node.put("optimum", rounded(channel.optimum()));
      estimate(node.putArray("presentOutcome"), channel.presentOutcome());
      estimate(node.putArray("optimumOutcome"), channel.optimumOutcome());
      curve(node.putArray("curve"), page.model(), channel.name());
    }
    ArrayNode frontier = root.putArray("frontier");
    for (PlanModel.BudgetPoint point : page.model().frontier()) {
      frontier
          .addArray()
          .add(rounded(point.budget()))
          .add(rounded(point.outcome()))
          .add(rounded(point.upperBound()));
    }
    return root;
  }

  private static void curve(ArrayNode points, PlanModel model, String channel) {
    model.curves().stream()
        .filter(curve -> curve.channel().equals(channel))
        .flatMap(curve -> curve.points().stream())
        .forEach(point -> estimate(points.addArray().add(rounded(point.spend())), point.outcome()));
  }

  private static void plan(ArrayNode plans, String name, PlanOutcome plan) {
    ObjectNode node = plans.addObject();
    node.put("name", name).put("spend", rounded(plan.spend()));
    node.put("measure", rounded(plan.measure()));
    estimate(node.putArray("outcome"), plan.outcome());
  }

  private static void estimate(ArrayNode node, Interval estimate) {
    node.add(rounded(estimate.mean()))
        .add(rounded(estimate.lower()))
        .add(rounded(estimate.upper()));
  }

  private static @Nullable BigDecimal rounded(double value) {
    return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS) : null;
  }
}
