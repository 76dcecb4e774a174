package org.deepcausalmmm.data.config;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deepcausalmmm.data.config.DataConfig.ChannelColumns;
import org.deepcausalmmm.data.yaml.ConfigCode;
import org.deepcausalmmm.data.yaml.YamlMap;
import org.jspecify.annotations.Nullable;

/** Reads the part of a configuration below {@code data:}. */
final class DataSection {
  private final YamlMap data;
  private final Set<String> channelNames = new HashSet<>();
  private final Map<String, String> roles = new HashMap<>();
  private final Map<String, Integer> lines;

  private static final List<String> KEYS =
      List.of(
          "geo",
          "time",
          "outcome",
          "revenue_per_kpi",
          "population",
          "channels",
          "organic",
          "controls");

  private DataSection(YamlMap data, Map<String, Integer> lines) {
    this.data = data;
    this.lines = lines;
  }

  /**
   * Reads the section.
   *
   * @param lines gets the line of each key that names columns, by path
   */
  static DataConfig read(YamlMap data, Map<String, Integer> lines) {
    return new DataSection(data, lines).read();
  }

  private DataConfig read() {
    // A mistyped key is named before the key that is missing for it.
    data.refuseOthersThan(KEYS);
    note(data, KEYS);
    DataConfig config =
        new DataConfig(
            claim(data.text("geo"), "geo", data.line("geo")),
            data.requiredText("time", "the column of the week"),
            data.requiredText("outcome", "the column of what marketing shall raise"),
            claim(data.text("revenue_per_kpi"), "revenue_per_kpi", data.line("revenue_per_kpi")),
            claim(data.text("population"), "population", data.line("population")),
            data.list("channels", this::paid, null),
            data.list("organic", this::organic, this::organicColumn),
            data.texts("controls"));
    claim(config.time(), "time", data.line("time"));
    claim(config.outcome(), "outcome", data.line("outcome"));
    config.controls().forEach(c -> claim(c, "control", data.line("controls")));
    if (config.channels().isEmpty() && config.organic().isEmpty()) {
      throw ConfigCode.MISSING_KEY.error(
          "%s: no channel is given.".formatted(data.place(data.line("channels"), "data")),
          "Add 'channels: [{name: tv, spend: tv_spend}]'.");
    }
    return config;
  }

  private void note(YamlMap map, List<String> keys) {
    keys.forEach(key -> lines.put(map.path() + "." + key, map.line(key)));
  }

  private ChannelColumns paid(YamlMap channel) {
    note(channel, List.of("spend", "exposure"));
    String name = name(channel);
    String spend = channel.text("spend");
    String exposure = channel.text("exposure");
    channel.refuseOthers();
    if (spend == null && exposure == null) {
      throw ConfigCode.MISSING_KEY.error(
          "%s: channel '%s' has neither spend nor exposure."
              .formatted(channel.place(channel.line(), channel.path()), name),
          "Add 'spend: COLUMN', 'exposure: COLUMN' or both.");
    }
    claim(spend, "spend of " + name, channel.line());
    if (!java.util.Objects.equals(spend, exposure)) {
      claim(exposure, "exposure of " + name, channel.line());
    }
    return new ChannelColumns(name, spend, exposure);
  }

  private ChannelColumns organic(YamlMap channel) {
    note(channel, List.of("exposure"));
    String name = name(channel);
    String exposure = channel.requiredText("exposure", "the column of what the audience met");
    channel.refuseOthers();
    claim(exposure, "exposure of " + name, channel.line());
    return new ChannelColumns(name, null, exposure);
  }

  private ChannelColumns organicColumn(String column) {
    unique(column, data.line("organic"));
    claim(column, "exposure of " + column, data.line("organic"));
    return new ChannelColumns(column, null, column);
  }

  private String name(YamlMap channel) {
    String name = channel.requiredText("name", "what reports call the channel");
    unique(name, channel.line());
    return name;
  }

  private void unique(String name, int line) {
    if (!channelNames.add(name)) {
      throw ConfigCode.TWICE.error(
          "%s: two channels are named '%s'.".formatted(data.place(line, "data"), name),
          "Rename one of them.");
    }
  }

  private @Nullable String claim(@Nullable String column, String role, int line) {
    String before = column == null ? null : roles.put(column, role);
    if (before != null) {
      throw ConfigCode.CONTRADICTION.error(
          "%s: column '%s' plays two roles: %s and %s."
              .formatted(data.place(line, "data"), column, before, role),
          "Give each column one role.");
    }
    return column;
  }
}
