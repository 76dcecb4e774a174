package org.deepcausalmmm.data.config;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.deepcausalmmm.data.QuotedText;
import org.deepcausalmmm.data.TreatmentBaseline;
import org.deepcausalmmm.data.config.DataConfig.ChannelColumns;
import org.deepcausalmmm.data.config.DataConfig.FactColumns;
import org.deepcausalmmm.data.config.DataConfig.OtherColumns;
import org.deepcausalmmm.data.yaml.ConfigCode;
import org.deepcausalmmm.data.yaml.YamlMap;
import org.jspecify.annotations.Nullable;

/** The reader of the part of a configuration below {@code data:}. */
final class DataSection {
  private static final List<String> COLUMN_KEYS =
      List.of(
          "geo",
          "time",
          "outcome",
          "revenue_per_kpi",
          "revenue",
          "population",
          "channels",
          "organic",
          "controls",
          "treatments",
          "treatment_baselines",
          "ignore");
  private static final List<String> CHANNEL_KEYS =
      List.of("spend", "exposure", "reach", "frequency", "role", "national");

  private final YamlMap data;
  private final Set<String> channelNames = new HashSet<>();
  private final Map<String, String> roles = new HashMap<>();
  private final Map<String, Integer> lines;

  private DataSection(YamlMap data, Map<String, Integer> lines) {
    this.data = data;
    this.lines = lines;
  }

  /**
   * Reads the section.
   *
   * @param lines gets the line of each key that names columns, by path
   * @return null if it holds no roles
   */
  static @Nullable DataConfig read(YamlMap data, Map<String, Integer> lines) {
    // A mistyped key is named before the key that is missing for it.
    List<String> keys = new java.util.ArrayList<>(COLUMN_KEYS);
    keys.addAll(PreparationSection.KEYS);
    data.refuseOthersThan(keys);
    boolean roles = data.keys().stream().anyMatch(COLUMN_KEYS::contains);
    return roles || data.keys().isEmpty() ? new DataSection(data, lines).read() : null;
  }

  private DataConfig read() {
    note(data, COLUMN_KEYS);
    DataConfig config =
        new DataConfig(
            column("geo"),
            data.requiredText("time", "the column of the week"),
            data.requiredText("outcome", "the column of what marketing should raise"),
            new FactColumns(column("revenue_per_kpi"), column("revenue"), column("population")),
            data.list("channels", this::paid, this::paidColumn),
            data.list("organic", this::organic, this::organicColumn),
            others(),
            PreparationSection.read(data));
    claim(config.time(), "time", data.line("time"));
    claim(config.outcome(), "outcome", data.line("outcome"));
    config.controls().forEach(c -> claim(c, "control", data.line("controls")));
    config.others().treatments().forEach(c -> claim(c, "treatment", data.line("treatments")));
    config.others().ignored().forEach(this::requireUnused);
    new TreeMap<>(config.preparation().groups()).forEach(this::requireApart);
    if (config.revenuePerKpi() != null && config.facts().revenue() != null) {
      throw ConfigCode.CONTRADICTION.error(
          "%s: both 'revenue' and 'revenue_per_kpi' are given."
              .formatted(data.place(data.line("revenue"), "data")),
          "Keep one: the other follows from the outcome.");
    }
    if (config.channels().isEmpty() && config.organic().isEmpty()) {
      throw ConfigCode.MISSING_KEY.error(
          "%s: no channel is given.".formatted(data.place(data.line("channels"), "data")),
          "Add 'channels: [{name: tv, spend: tv_spend}]'.");
    }
    return config;
  }

  private OtherColumns others() {
    List<String> treatments = data.texts("treatments");
    YamlMap given = data.map("treatment_baselines");
    Map<String, TreatmentBaseline> baselines =
        given == null ? Map.of() : baselines(given, treatments);
    return new OtherColumns(data.texts("controls"), treatments, data.texts("ignore"), baselines);
  }

  private static Map<String, TreatmentBaseline> baselines(YamlMap given, List<String> treatments) {
    Map<String, TreatmentBaseline> baselines = new HashMap<>();
    for (String treatment : given.keys()) {
      if (!treatments.contains(treatment)) {
        throw ConfigCode.UNKNOWN_KEY.error(
            "%s: '%s' is not a treatment."
                .formatted(
                    given.place(given.line(treatment), given.path()), QuotedText.of(treatment)),
            "Name its column at data.treatments too.");
      }
      String text =
          given.requiredText(treatment, "the value against which the contribution is measured");
      baselines.put(
          treatment,
          TreatmentBaseline.of(text)
              .orElseThrow(
                  () ->
                      ConfigCode.OUT_OF_BOUNDS.error(
                          "%s is '%s'."
                              .formatted(
                                  given.place(
                                      given.line(treatment), given.path() + "." + treatment),
                                  QuotedText.of(text)),
                          "Write min, q1, median, q3, max or a number.")));
    }
    return baselines;
  }

  private @Nullable String column(String key) {
    return claim(data.text(key), key, data.line(key));
  }

  private void note(YamlMap map, List<String> keys) {
    keys.forEach(key -> lines.put(map.path() + "." + key, map.line(key)));
  }

  private ChannelColumns paid(YamlMap channel) {
    note(channel, CHANNEL_KEYS);
    String name = name(channel);
    ChannelColumns columns =
        new ChannelColumns(
            name,
            channel.text("spend"),
            channel.text("exposure"),
            channel.text("reach"),
            channel.text("frequency"),
            role(channel),
            channel.flag("national", false));
    channel.refuseOthers();
    return claimed(channel, columns);
  }

  private ChannelColumns organic(YamlMap channel) {
    note(channel, CHANNEL_KEYS);
    String name = name(channel);
    ChannelColumns columns =
        new ChannelColumns(
            name,
            null,
            channel.text("exposure"),
            channel.text("reach"),
            channel.text("frequency"),
            role(channel),
            channel.flag("national", false));
    channel.refuseOthers();
    if (columns.exposure() == null && columns.reach() == null) {
      channel.requiredText("exposure", "the column of what the audience saw");
    }
    return claimed(channel, columns);
  }

  private static @Nullable ChannelRole role(YamlMap channel) {
    String text = channel.text("role");
    if (text == null) {
      return null;
    }
    return Arrays.stream(ChannelRole.values())
        .filter(role -> role.word().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                ConfigCode.OUT_OF_BOUNDS.error(
                    "%s is '%s'."
                        .formatted(
                            channel.place(channel.line("role"), channel.path() + ".role"),
                            QuotedText.of(text)),
                    "Write capture (exposure follows demand, as in auctions), planned, or leave it"
                        + " out."));
  }

  private ChannelColumns claimed(YamlMap channel, ChannelColumns columns) {
    String name = columns.name();
    boolean reach = columns.reach() != null;
    if (reach != (columns.frequency() != null)) {
      throw ConfigCode.MISSING_KEY.error(
          "%s: channel '%s' has %s without %s."
              .formatted(
                  channel.place(channel.line(), channel.path()),
                  name,
                  reach ? "reach" : "frequency",
                  reach ? "frequency" : "reach"),
          "Give both, or the exposure alone.");
    }
    if (reach && columns.exposure() != null) {
      throw ConfigCode.CONTRADICTION.error(
          "%s: channel '%s' has an exposure beside reach and frequency."
              .formatted(channel.place(channel.line(), channel.path()), name),
          "Leave the exposure out: it follows from reach and frequency.");
    }
    if (columns.spend() == null && columns.exposure() == null && !reach) {
      throw ConfigCode.MISSING_KEY.error(
          "%s: channel '%s' has neither spend nor exposure."
              .formatted(channel.place(channel.line(), channel.path()), name),
          "Add 'spend: COLUMN', 'exposure: COLUMN' or both.");
    }
    claim(columns.spend(), "spend of " + name, channel.line());
    if (!java.util.Objects.equals(columns.spend(), columns.exposure())) {
      claim(columns.exposure(), "exposure of " + name, channel.line());
    }
    claim(columns.reach(), "reach of " + name, channel.line());
    claim(columns.frequency(), "frequency of " + name, channel.line());
    return columns;
  }

  private ChannelColumns paidColumn(String column) {
    unique(column, data.line("channels"));
    claim(column, "spend of " + column, data.line("channels"));
    return new ChannelColumns(column, column, null);
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

  /** Requires that a column that is left out plays no role; one that is named twice is harmless. */
  private void requireUnused(String column) {
    if (roles.containsKey(column)) {
      claim(column, "ignored", data.line("ignore"));
    }
  }

  /** Requires that the columns of a group that plays a role play none themselves. */
  private void requireApart(String group, List<String> columns) {
    if (roles.containsKey(group)) {
      columns.stream()
          .filter(column -> !column.equals(group))
          .forEach(column -> claim(column, "part of the group " + group, data.line("groups")));
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
