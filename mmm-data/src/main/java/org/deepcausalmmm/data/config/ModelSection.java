package org.deepcausalmmm.data.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deepcausalmmm.data.config.ConfigurationDraft.ChannelReference;
import org.deepcausalmmm.data.config.ModelConfig.ComponentChoice;
import org.deepcausalmmm.data.config.ModelConfig.EdgeRules;
import org.deepcausalmmm.data.yaml.ConfigCode;
import org.deepcausalmmm.data.yaml.YamlMap;
import org.jspecify.annotations.Nullable;

/** The reader of the part of a configuration below {@code model:}. */
final class ModelSection {
  private static final Pattern EDGE =
      Pattern.compile("\\s*(.+?)\\s*->\\s*(.+?)\\s*", Pattern.DOTALL);

  private final List<ChannelReference> references = new ArrayList<>();
  private final Map<String, Integer> lines = new HashMap<>();

  List<ChannelReference> references() {
    return references;
  }

  Map<String, Integer> lines() {
    return lines;
  }

  ModelConfig read(YamlMap model) {
    ModelConfig defaults = ModelConfig.defaults();
    YamlMap structure = model.map("structure");
    YamlMap edges = structure == null ? null : structure.map("edges");
    ModelConfig read =
        new ModelConfig(
            choice(model.map("temporal"), defaults.temporal(), true),
            choice(structure, defaults.structure(), false),
            edges == null ? EdgeRules.none() : edges(edges),
            choice(model.map("saturation"), defaults.saturation(), true),
            choice(model.map("loss"), defaults.loss(), false),
            model.list("priors", this::prior, null),
            model.flag("weak_beliefs", defaults.weakBeliefs()));
    model.refuseOthers();
    return read;
  }

  private ComponentChoice choice(
      @Nullable YamlMap part, ComponentChoice fallback, boolean perChannel) {
    if (part == null) {
      return fallback;
    }
    note(part, "type");
    String given = part.text("type");
    String type = given == null ? fallback.type() : given;
    YamlMap options = part.map("options");
    if (options != null) {
      options.others().keySet().forEach(key -> note(options, key));
    }
    Map<String, ComponentChoice> channels = new LinkedHashMap<>();
    YamlMap byChannel = perChannel ? part.map("channels") : null;
    if (byChannel != null) {
      byChannel
          .maps()
          .forEach(
              (name, choice) -> {
                refer(name, choice.path(), choice.line());
                channels.put(name, choice(choice, ComponentChoice.of(type), false));
              });
    }
    part.refuseOthers();
    return new ComponentChoice(type, options == null ? Map.of() : options.others(), channels);
  }

  /** Reads a prior, whose options may stand on the level of its type. */
  private ComponentChoice prior(YamlMap part) {
    note(part, "type");
    String type = part.requiredText("type", "such as roi or media-share");
    YamlMap nested = part.map("options");
    Map<String, Object> options = new LinkedHashMap<>(part.others());
    options.keySet().forEach(key -> note(part, key));
    if (nested != null) {
      nested.others().keySet().forEach(key -> note(nested, key));
      nested
          .others()
          .forEach(
              (key, value) -> {
                if (options.put(key, value) != null) {
                  throw ConfigCode.TWICE.error(
                      "%s: '%s' appears both beside the type and under options."
                          .formatted(part.place(nested.line(), part.path()), key),
                      "Remove one of them.");
                }
              });
    }
    if (options.get("channel") instanceof String channel) {
      refer(channel, part.path(), part.line());
    }
    return new ComponentChoice(type, options, Map.of());
  }

  /** Notes the lines of a part and of one of its keys. */
  private void note(YamlMap part, String key) {
    lines.put(part.path(), part.line());
    lines.put(part.path() + "." + key, part.line(key));
  }

  private EdgeRules edges(YamlMap edges) {
    note(edges, "required");
    EdgeRules rules =
        new EdgeRules(
            edges.texts("required").stream().map(e -> edge(e, "required", edges)).toList(),
            edges.texts("forbidden").stream().map(e -> edge(e, "forbidden", edges)).toList(),
            edges.texts("order"),
            edges.textLists("tiers"));
    edges.refuseOthers();
    rules.order().forEach(name -> refer(name, edges.path() + ".order", edges.line("order")));
    rules
        .tiers()
        .forEach(
            tier ->
                tier.forEach(name -> refer(name, edges.path() + ".tiers", edges.line("tiers"))));
    for (String edge : rules.required()) {
      if (rules.forbidden().contains(edge)) {
        throw ConfigCode.CONTRADICTION.error(
            "%s: '%s' is both required and forbidden."
                .formatted(edges.place(edges.line("forbidden"), edges.path()), edge),
            "Remove one of them.");
      }
    }
    return rules;
  }

  /** Returns a checked edge in its usual form, {@code tv -> search}. */
  private String edge(String text, String key, YamlMap edges) {
    Matcher match = EDGE.matcher(text);
    String path = edges.path() + "." + key;
    if (!match.matches() || match.group(1).equals(match.group(2))) {
      throw ConfigCode.EDGE_SYNTAX.error(
          "%s: '%s' is not an edge between two channels."
              .formatted(edges.place(edges.line(key), path), text),
          "Write it as \"tv -> search\": tv drives search.");
    }
    refer(match.group(1), path, edges.line(key));
    refer(match.group(2), path, edges.line(key));
    return match.group(1) + " -> " + match.group(2);
  }

  private void refer(String channel, String path, int line) {
    references.add(new ChannelReference(channel, path, line));
  }
}
