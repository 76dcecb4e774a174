package org.deepcausalmmm.cli.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import org.deepcausalmmm.optimizer.FrontierPoint;
import org.deepcausalmmm.optimizer.media.MediaPlan;
import org.deepcausalmmm.optimizer.media.MediaPlan.CurvePoint;
import org.deepcausalmmm.optimizer.media.MediaPlan.Estimate;
import org.deepcausalmmm.optimizer.media.MediaPlan.PlannedChannel;
import org.deepcausalmmm.optimizer.result.PlanScore;
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
    MediaPlan plan = page.plan();
    ObjectNode root = JSON.createObjectNode();
    root.put("outcome", page.counted());
    root.put("measured", page.measured());
    ArrayNode plans = root.putArray("plans");
    plan(plans, "present", page.result().present(), plan.outcomes().present());
    plan(plans, "even split", page.result().even(), plan.outcomes().even());
    plan(plans, "planned", page.result().optimum(), plan.outcomes().optimum());
    estimate(root.putArray("gain"), plan.gain());
    ArrayNode channels = root.putArray("channels");
    for (PlannedChannel channel : plan.channels()) {
      ObjectNode node = channels.addObject();
      node.put("name", channel.name());
      node.put("present", rounded(channel.present()));
      node.put("optimum", rounded(channel.optimum()));
      estimate(node.putArray("presentOutcome"), channel.presentOutcome());
      estimate(node.putArray("optimumOutcome"), channel.optimumOutcome());
      ArrayNode curve = node.putArray("curve");
      for (CurvePoint point : channel.curve()) {
        estimate(curve.addArray().add(rounded(point.spend())), point.outcome());
      }
    }
    ArrayNode frontier = root.putArray("frontier");
    for (FrontierPoint point : plan.frontier()) {
      frontier
          .addArray()
          .add(rounded(point.budget()))
          .add(rounded(point.value()))
          .add(rounded(point.upperBound().orElse(Double.NaN)));
    }
    return root;
  }

  private static void plan(ArrayNode plans, String name, PlanScore score, Estimate outcome) {
    ObjectNode node = plans.addObject();
    node.put("name", name).put("spend", rounded(score.spend()));
    node.put("measure", rounded(score.value()));
    estimate(node.putArray("outcome"), outcome);
  }

  private static void estimate(ArrayNode node, Estimate estimate) {
    node.add(rounded(estimate.mean()))
        .add(rounded(estimate.lower()))
        .add(rounded(estimate.upper()));
  }

  private static @Nullable BigDecimal rounded(double value) {
    return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS) : null;
  }
}
