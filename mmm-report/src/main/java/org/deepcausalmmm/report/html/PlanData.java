package org.deepcausalmmm.report.html;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.deepcausalmmm.report.plan.PlanModel;
import org.deepcausalmmm.report.plan.PlanSummary.ChannelMoney;
import org.deepcausalmmm.report.plan.PlanSummary.PlanOutcome;

/** The data of the charts of a plan. */
public final class PlanData {
  private PlanData() {}

  /** Returns the data as JSON that is safe in a script element. */
  public static String json(PlanPage page) {
    return ChartJson.text(build(page));
  }

  private static ObjectNode build(PlanPage page) {
    ObjectNode root = ChartJson.object();
    root.put("outcome", page.counted());
    root.put("measured", page.measured());
    ArrayNode plans = root.putArray("plans");
    plan(plans, "present", page.plans().present());
    plan(plans, "even split", page.plans().even());
    plan(plans, "planned", page.plans().optimum());
    ChartJson.interval(root.putArray("gain"), page.plans().gain());
    ArrayNode channels = root.putArray("channels");
    for (ChannelMoney channel : page.summary().channels()) {
      ObjectNode node = channels.addObject();
      node.put("name", channel.name());
      node.put("present", ChartJson.rounded(channel.present()));
      node.put("optimum", ChartJson.rounded(channel.optimum()));
      ChartJson.interval(node.putArray("presentOutcome"), channel.presentOutcome());
      ChartJson.interval(node.putArray("optimumOutcome"), channel.optimumOutcome());
      curve(node.putArray("curve"), page.model(), channel.name());
    }
    ArrayNode frontier = root.putArray("frontier");
    for (PlanModel.BudgetPoint point : page.model().frontier()) {
      frontier
          .addArray()
          .add(ChartJson.rounded(point.budget()))
          .add(ChartJson.rounded(point.outcome()))
          .add(ChartJson.rounded(point.upperBound()));
    }
    return root;
  }

  private static void curve(ArrayNode points, PlanModel model, String channel) {
    model.curves().stream()
        .filter(curve -> curve.channel().equals(channel))
        .flatMap(curve -> curve.points().stream())
        .forEach(
            point ->
                ChartJson.interval(
                    points.addArray().add(ChartJson.rounded(point.spend())), point.outcome()));
  }

  private static void plan(ArrayNode plans, String name, PlanOutcome plan) {
    ObjectNode node = plans.addObject();
    node.put("name", name).put("spend", ChartJson.rounded(plan.spend()));
    node.put("measure", ChartJson.rounded(plan.measure()));
    ChartJson.interval(node.putArray("outcome"), plan.outcome());
  }
}
