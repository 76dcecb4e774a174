package org.deepcausalmmm.data.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deepcausalmmm.api.NearestName;
import org.deepcausalmmm.data.config.ConfigurationDraft.ChannelReference;
import org.deepcausalmmm.data.config.ExperimentConfig.ExperimentKind;
import org.deepcausalmmm.data.config.ExperimentConfig.ExperimentResult;
import org.deepcausalmmm.data.config.ExperimentConfig.TestSpend;
import org.deepcausalmmm.data.config.ExperimentConfig.Treatment;
import org.deepcausalmmm.data.yaml.ConfigCode;
import org.deepcausalmmm.data.yaml.YamlMap;
import org.jspecify.annotations.Nullable;

/** The reader of the list below {@code experiments:}. */
final class ExperimentSection {
  private static final int MOST_WEEKS = 104;

  private final List<ChannelReference> references = new ArrayList<>();
  private final Map<String, Integer> lines;
  private final Set<String> names = new HashSet<>();

  /**
   * Creates a reader.
   *
   * @param lines receives the line of each experiment, by path
   */
  ExperimentSection(Map<String, Integer> lines) {
    this.lines = lines;
  }

  /** Returns where channels are named. */
  List<ChannelReference> references() {
    return references;
  }

  List<ExperimentConfig> read(YamlMap root) {
    return root.list("experiments", this::experiment, null);
  }

  private ExperimentConfig experiment(YamlMap part) {
    lines.put(part.path(), part.line());
    String channel = part.requiredText("channel", "the tested channel");
    references.add(new ChannelReference(channel, part.path(), part.line("channel")));
    String from = part.requiredText("from", "the first week of the treatment");
    String given = part.text("name");
    String name = given == null ? channel + " " + from : given;
    if (!names.add(name)) {
      throw ConfigCode.TWICE.error(
          "%s: two experiments are called '%s'."
              .formatted(part.place(part.line(), part.path()), name),
          "Give each a 'name' of its own, and remove any duplicate.");
    }
    Treatment treatment =
        new Treatment(
            kind(part),
            part.texts("regions"),
            from,
            part.requiredText("to", "the last week of the treatment"),
            (int) part.integer("cool_down", 0, 0, MOST_WEEKS),
            spend(part));
    String source = part.text("source");
    ExperimentResult result =
        new ExperimentResult(
            required(part, "lift", "the outcome gained, negative if lost"),
            standardError(part),
            source == null ? "" : source);
    part.refuseOthers();
    return new ExperimentConfig(name, channel, treatment, result);
  }

  private static ExperimentKind kind(YamlMap part) {
    String text = part.requiredText("kind", "one of " + String.join(", ", ExperimentKind.ids()));
    return ExperimentKind.of(text)
        .orElseThrow(
            () ->
                ConfigCode.OUT_OF_BOUNDS.error(
                    "%s: '%s' is not a kind of experiment."
                        .formatted(part.place(part.line("kind"), part.path()), text),
                    NearestName.of(text, ExperimentKind.ids())
                        .map("Maybe you meant '%s'."::formatted)
                        .orElse(
                            "The kinds are: " + String.join(", ", ExperimentKind.ids()) + ".")));
  }

  private static double required(YamlMap part, String key, String meaning) {
    part.requiredText(key, meaning);
    Double value = part.number(key);
    return value == null ? Double.NaN : value;
  }

  private static double standardError(YamlMap part) {
    double value = required(part, "standard_error", "of the lift");
    if (!(value > 0)) {
      throw ConfigCode.OUT_OF_BOUNDS.error(
          "%s.standard_error is %s."
              .formatted(part.place(part.line("standard_error"), part.path()), value),
          "Give a number above 0: the half-width of a 90% interval over 1.645.");
    }
    return value;
  }

  private static @Nullable TestSpend spend(YamlMap part) {
    YamlMap spend = part.map("spend");
    if (spend == null) {
      return null;
    }
    double actual = required(spend, "actual", "spent in the treated regions and weeks");
    double without = required(spend, "without", "what would have been spent there");
    spend.refuseOthers();
    if (actual < 0 || without < 0) {
      throw ConfigCode.OUT_OF_BOUNDS.error(
          "%s: spend is negative.".formatted(spend.place(spend.line(), spend.path())),
          "Give amounts of at least 0.");
    }
    if (actual == without) {
      throw ConfigCode.CONTRADICTION.error(
          "%s: as much was spent as without the experiment (%s)."
              .formatted(spend.place(spend.line(), spend.path()), actual),
          "Give what would have been spent in the treated regions and weeks; without a change"
              + " of spend nothing was tested.");
    }
    return new TestSpend(actual, without);
  }
}
