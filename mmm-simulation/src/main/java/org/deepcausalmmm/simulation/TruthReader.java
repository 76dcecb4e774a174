package org.deepcausalmmm.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.simulation.Truth.ChannelTruth;
import org.deepcausalmmm.simulation.Truth.Form;
import org.deepcausalmmm.simulation.Truth.LiftTest;
import org.deepcausalmmm.simulation.Truth.RegionTruth;
import org.deepcausalmmm.simulation.Truth.TrueEdge;
import org.jspecify.annotations.Nullable;

/**
 * The reader of what is true of a world: the simulator's own files and those of the
 * parameter-recovery benchmark, which hold less.
 */
public final class TruthReader {
  private final Path file;

  private TruthReader(Path file) {
    this.file = file;
  }

  /**
   * Reads a file.
   *
   * @throws MmmException with code MMM-DATA-080 if it cannot be read or is not JSON, 081 if
   *     something that every truth has is missing
   */
  public static Truth read(Path file) {
    try {
      return new TruthReader(file).truth(new ObjectMapper().readTree(file.toFile()));
    } catch (JsonProcessingException e) {
      throw unreadable(file, "is not JSON: see line " + e.getLocation().getLineNr(), e);
    } catch (IOException e) {
      throw unreadable(file, "cannot be read: " + e.getMessage(), e);
    }
  }

  private Truth truth(JsonNode root) {
    List<String> channels = texts(required(root, "channels", ""));
    double outcomeTotal = number(root, "outcomeTotal", "");
    JsonNode nodes = required(root, "channel", "");
    Map<String, ChannelTruth> byName = new LinkedHashMap<>();
    for (String name : channels) {
      byName.put(name, channel(required(nodes, name, "channel."), name, outcomeTotal));
    }
    return new Truth(
        root.path("scenario").asText(root.path("preset").asText("")),
        root.path("seed").asLong(0),
        channels,
        texts(root.path("controls")),
        outcomeTotal,
        optional(root, "baselineTotal"),
        byName,
        new Truth.Causes(
            root.has("edges") ? edges(root.path("edges")) : null,
            followers(root.path("followers")),
            texts(root.path("mediators")),
            root.has("lift") ? lift(root.path("lift")) : null));
  }

  private ChannelTruth channel(JsonNode node, String name, double outcomeTotal) {
    String place = "channel." + name + ".";
    double contribution = number(node, "contribution", place);
    Form form =
        new Form(
            numbers(node.path("adstock")),
            optional(node, "slope"),
            optional(node, "half"),
            numbers(node.path("effectiveness")));
    return new ChannelTruth(
        number(node, "spend", place),
        contribution,
        optional(node, "roi"),
        optional(node, "direct"),
        contribution / outcomeTotal,
        curve(node.path("curve"), place + "curve."),
        byRegion(node, place),
        form);
  }

  private Map<String, RegionTruth> byRegion(JsonNode node, String place) {
    Map<String, RegionTruth> byRegion = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : node.path("byRegion").properties()) {
      String region = entry.getKey();
      byRegion.put(
          region,
          new RegionTruth(
              entry.getValue().asDouble(),
              optional(node.path("directByRegion"), region),
              curve(
                  node.path("curveByRegion").path(region),
                  place + "curveByRegion." + region + ".")));
    }
    return byRegion;
  }

  private SortedMap<Double, Double> curve(JsonNode node, String place) {
    SortedMap<Double, Double> curve = new TreeMap<>();
    node.properties()
        .forEach(e -> curve.put(multiplier(e.getKey(), place), e.getValue().asDouble()));
    return curve;
  }

  private List<TrueEdge> edges(JsonNode array) {
    List<TrueEdge> edges = new ArrayList<>();
    for (JsonNode node : array) {
      edges.add(
          new TrueEdge(
              required(node, "from", "edges.").asText(),
              required(node, "to", "edges.").asText(),
              number(node, "weight", "edges."),
              node.path("decay").asDouble(0)));
    }
    return edges;
  }

  private List<Truth.Follower> followers(JsonNode array) {
    List<Truth.Follower> followers = new ArrayList<>();
    for (JsonNode node : array) {
      followers.add(
          new Truth.Follower(
              required(node, "channel", "followers.").asText(),
              number(node, "local", "followers."),
              number(node, "national", "followers."),
              (int) number(node, "lead", "followers."),
              number(node, "budget", "followers.")));
    }
    return followers;
  }

  private LiftTest lift(JsonNode node) {
    return new LiftTest(
        required(node, "channel", "lift.").asText(),
        (int) number(node, "firstWeek", "lift."),
        (int) number(node, "weeks", "lift."),
        (int) number(node, "washoutWeeks", "lift."),
        texts(node.path("regionsOff")),
        new LiftTest.Lift(
            number(node, "spend", "lift."),
            number(node, "measured", "lift."),
            number(node, "standardError", "lift."),
            number(node, "actual", "lift.")));
  }

  private double multiplier(String key, String place) {
    try {
      return Double.parseDouble(key);
    } catch (NumberFormatException e) {
      throw wrong(place + key, "is not a multiplier", e);
    }
  }

  private JsonNode required(JsonNode node, String key, String place) {
    JsonNode found = node.get(key);
    if (found == null || found.isNull()) {
      throw wrong(place + key, "is missing", null);
    }
    return found;
  }

  private double number(JsonNode node, String key, String place) {
    JsonNode found = required(node, key, place);
    if (!found.isNumber()) {
      throw wrong(place + key, "is '%s', not a number".formatted(found.asText()), null);
    }
    return found.asDouble();
  }

  private static @Nullable Double optional(JsonNode node, String key) {
    JsonNode found = node.get(key);
    return found == null || !found.isNumber() ? null : found.asDouble();
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.asText()));
    return texts;
  }

  private static List<Double> numbers(JsonNode array) {
    List<Double> numbers = new ArrayList<>();
    array.forEach(item -> numbers.add(item.asDouble()));
    return numbers;
  }

  private MmmException wrong(String key, String what, @Nullable Throwable cause) {
    return SimulationCode.TRUTH_INCOMPLETE.error(
        "'%s' in %s %s.".formatted(key, file, what),
        "Give a truth that the simulator or the parameter-recovery benchmark wrote.",
        cause);
  }

  private static MmmException unreadable(Path file, String what, Throwable cause) {
    return SimulationCode.TRUTH_UNREADABLE.error(
        "%s %s".formatted(file, what),
        "Give a truth.json that the simulator wrote, or a benchmark's NAME.truth.json.",
        cause);
  }
}
