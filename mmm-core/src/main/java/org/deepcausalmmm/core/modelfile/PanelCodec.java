package org.deepcausalmmm.core.modelfile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.Period;
import org.deepcausalmmm.data.TreatmentBaseline;
import org.deepcausalmmm.data.Weeks;
import org.jspecify.annotations.Nullable;

/** The encoding of a panel as names and arrays. */
final class PanelCodec {
  private PanelCodec() {}

  /** Returns the names and roles of a panel, without the arrays. */
  static ObjectNode describe(Panel panel) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    Weeks weeks = panel.weeks();
    LocalDate first = weeks.firstDate();
    if (first == null) {
      node.put("firstNumber", weeks.firstNumber());
    } else {
      node.put("firstDate", first.toString());
    }
    if (weeks.period() != Period.WEEK) {
      node.put("period", weeks.period().noun());
    }
    node.put("weeks", weeks.count()).put("outcome", panel.kpi());
    ArrayNode regions = node.putArray("regions");
    panel.regions().forEach(regions::add);
    ArrayNode channels = node.putArray("channels");
    for (Panel.Channel channel : panel.channels()) {
      ObjectNode one =
          channels
              .addObject()
              .put("name", channel.name())
              .put("spend", channel.spend() != null)
              .put("exposureIsSpend", channel.exposureIsSpend());
      ChannelCodec.describe(channel.source(), one);
    }
    ArrayNode controls = node.putArray("controls");
    panel.controls().forEach(c -> controls.add(c.name()));
    ObjectNode treatments = JsonNodeFactory.instance.objectNode();
    for (Panel.Control control : panel.controls()) {
      TreatmentBaseline baseline = control.treatment();
      if (baseline != null) {
        treatments.put(control.name(), baseline.text());
      }
    }
    if (!treatments.isEmpty()) {
      node.set("treatments", treatments);
    }
    return node.put("revenuePerKpi", panel.revenuePerKpi() != null)
        .put("population", panel.population() != null);
  }

  /** Returns the arrays of a panel, by name. */
  static Map<String, Tensor> arrays(Panel panel) {
    int weeks = panel.weekCount();
    Map<String, Tensor> arrays = new LinkedHashMap<>();
    arrays.put("outcome", Tensor.of(panel.outcome(), weeks));
    for (int c = 0; c < panel.channelCount(); c++) {
      Panel.Channel channel = panel.channels().get(c);
      arrays.put("exposure." + c, Tensor.of(channel.exposure(), weeks));
      double[][] spend = channel.spend();
      if (spend != null && !channel.exposureIsSpend()) {
        arrays.put("spend." + c, Tensor.of(spend, weeks));
      }
      ChannelCodec.arrays(channel.source(), c, weeks, arrays);
    }
    for (int k = 0; k < panel.controls().size(); k++) {
      arrays.put("control." + k, Tensor.of(panel.controls().get(k).value(), weeks));
    }
    double[][] revenue = panel.revenuePerKpi();
    if (revenue != null) {
      arrays.put("revenue_per_kpi", Tensor.of(revenue, weeks));
    }
    double[] population = panel.population();
    if (population != null) {
      arrays.put("population", Tensor.of(population));
    }
    return arrays;
  }

  /** Returns the baseline of a treatment; null for a control. */
  private static @Nullable TreatmentBaseline treatment(Json node, String control) {
    if (!node.has("treatments")) {
      return null;
    }
    Json treatments = node.object("treatments");
    return treatments.has(control)
        ? TreatmentBaseline.of(treatments.text(control)).orElse(TreatmentBaseline.DEFAULT)
        : null;
  }

  static Panel read(Json node, Tensors arrays) {
    List<String> regions = node.texts("regions");
    int count = node.count("weeks");
    boolean months = node.has("period") && node.text("period").equals(Period.MONTH.noun());
    Weeks weeks =
        node.has("firstDate")
            ? months
                ? Weeks.months(node.date("firstDate"), count)
                : Weeks.from(node.date("firstDate"), count)
            : Weeks.from(node.integer("firstNumber"), count);
    List<Panel.Channel> channels = new ArrayList<>();
    for (Json channel : node.objects("channels")) {
      int c = channels.size();
      double[][] exposure = arrays.rows("exposure." + c, regions.size(), count);
      boolean same = channel.flag("exposureIsSpend");
      double[][] spend =
          same
              ? exposure
              : channel.flag("spend") ? arrays.rows("spend." + c, regions.size(), count) : null;
      channels.add(
          new Panel.Channel(
              channel.text("name"),
              exposure,
              spend,
              same,
              ChannelCodec.read(channel, arrays, c, regions.size(), count)));
    }
    List<Panel.Control> controls = new ArrayList<>();
    for (String name : node.texts("controls")) {
      String key = "control." + controls.size();
      controls.add(
          new Panel.Control(name, arrays.rows(key, regions.size(), count), treatment(node, name)));
    }
    return new Panel(
        regions,
        weeks,
        arrays.rowsWithGaps("outcome", regions.size(), count),
        channels,
        controls,
        node.flag("revenuePerKpi") ? arrays.rows("revenue_per_kpi", regions.size(), count) : null,
        node.flag("population") ? arrays.vector("population", regions.size()) : null,
        node.text("outcome"));
  }
}
