package org.deepcausalmmm.simulation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.deepcausalmmm.simulation.Truth.ChannelTruth;
import org.deepcausalmmm.simulation.Truth.Follower;
import org.deepcausalmmm.simulation.Truth.Form;
import org.deepcausalmmm.simulation.Truth.LiftTest;
import org.deepcausalmmm.simulation.Truth.RegionTruth;
import org.deepcausalmmm.simulation.Truth.TrueEdge;

/** The writer of the truth of a world as JSON. */
final class TruthWriter {
  private TruthWriter() {}

  static ObjectNode json(Truth truth) {
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.put("format", 1).put("scenario", truth.scenario()).put("seed", truth.seed());
    truth.channels().forEach(root.putArray("channels")::add);
    truth.controls().forEach(root.putArray("controls")::add);
    root.put("outcomeTotal", truth.outcomeTotal());
    if (truth.baselineTotal() != null) {
      root.put("baselineTotal", truth.baselineTotal());
    }
    ObjectNode channels = root.putObject("channel");
    truth.channels().forEach(name -> write(truth.of(name), channels.putObject(name)));
    List<TrueEdge> edges = truth.edges();
    if (edges != null) {
      ArrayNode array = root.putArray("edges");
      edges.forEach(edge -> write(edge, array.addObject()));
    }
    truth.causes().followers().forEach(f -> write(f, root.withArray("followers").addObject()));
    truth.causes().mediators().forEach(name -> root.withArray("mediators").add(name));
    LiftTest lift = truth.lift();
    if (lift != null) {
      write(lift, root.putObject("lift"));
    }
    return root;
  }

  private static void write(ChannelTruth channel, ObjectNode node) {
    node.put("spend", channel.spend()).put("contribution", channel.contribution());
    node.put("share", channel.share());
    if (channel.roi() != null) {
      node.put("roi", channel.roi());
    }
    if (channel.direct() != null) {
      node.put("direct", channel.direct());
    }
    if (!channel.curve().isEmpty()) {
      write(channel.curve(), node.putObject("curve"));
    }
    new TreeMap<>(channel.byRegion()).forEach((region, truth) -> write(region, truth, node));
    write(channel.form(), node);
  }

  /** Adds a region; its direct effect and curve stand apart, as files without them hold numbers. */
  private static void write(String region, RegionTruth truth, ObjectNode node) {
    node.withObjectProperty("byRegion").put(region, truth.contribution());
    if (truth.direct() != null) {
      node.withObjectProperty("directByRegion").put(region, truth.direct());
    }
    if (!truth.curve().isEmpty()) {
      write(truth.curve(), node.withObjectProperty("curveByRegion").putObject(region));
    }
  }

  private static void write(SortedMap<Double, Double> curve, ObjectNode node) {
    curve.forEach((multiplier, value) -> node.put(multiplier.toString(), value));
  }

  private static void write(Form form, ObjectNode node) {
    if (!form.effectiveness().isEmpty()) {
      form.effectiveness().forEach(node.putArray("effectiveness")::add);
    }
    if (!form.adstock().isEmpty()) {
      form.adstock().forEach(node.putArray("adstock")::add);
    }
    if (form.slope() != null) {
      node.put("slope", form.slope());
    }
    if (form.half() != null) {
      node.put("half", form.half());
    }
  }

  private static void write(TrueEdge edge, ObjectNode node) {
    node.put("from", edge.from()).put("to", edge.to());
    node.put("weight", edge.weight()).put("decay", edge.decay());
  }

  private static void write(Follower follower, ObjectNode node) {
    node.put("channel", follower.channel());
    node.put("local", follower.local()).put("national", follower.national());
    node.put("lead", follower.lead()).put("budget", follower.budget());
  }

  private static void write(LiftTest lift, ObjectNode node) {
    node.put("channel", lift.channel()).put("firstWeek", lift.firstWeek());
    node.put("weeks", lift.weeks()).put("washoutWeeks", lift.washoutWeeks());
    lift.regionsOff().forEach(node.putArray("regionsOff")::add);
    node.put("spend", lift.spend()).put("measured", lift.measured());
    node.put("standardError", lift.standardError()).put("actual", lift.actual());
    node.put("roi", lift.roi()).put("roiStandardError", lift.roiStandardError());
  }
}
