package org.deepcausalmmm.data.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.api.NearestName;
import org.deepcausalmmm.data.config.DataConfig.ChannelColumns;
import org.deepcausalmmm.data.yaml.ConfigCode;
import org.jspecify.annotations.Nullable;

/**
 * A configuration as a file gives it, defaults filled in; the roles of the columns may be left to
 * detection.
 *
 * @param source the name of the file, for messages
 * @param data the roles of the columns; null if the file gives none
 * @param preparation how the file is read, with or without roles
 * @param channelReferences where the model names channels
 * @param lines the line of each part of the file, by path, such as {@code model.saturation}
 */
public record ConfigurationDraft(
    String source,
    @Nullable DataConfig data,
    DataPreparation preparation,
    ModelConfig model,
    FitConfig fit,
    List<ChannelReference> channelReferences,
    Map<String, Integer> lines) {

  /**
   * A place that names a channel.
   *
   * @param path the keys that lead there, such as {@code model.saturation.channels}
   */
  public record ChannelReference(String channel, String path, int line) {}

  public ConfigurationDraft {
    channelReferences = List.copyOf(channelReferences);
    lines = Map.copyOf(lines);
  }

  /** Returns the draft of no file at all: the default model and fit. */
  public static ConfigurationDraft defaults() {
    return new ConfigurationDraft(
        "defaults",
        null,
        DataPreparation.none(),
        ModelConfig.defaults(),
        FitConfig.defaults(),
        List.of(),
        new HashMap<>());
  }

  /**
   * Completes the configuration.
   *
   * @param detected the roles to take if the file gives none
   * @throws MmmException if the model names a channel that the data do not have
   */
  public Configuration complete(DataConfig detected) {
    DataConfig roles = data == null ? detected.withPreparation(preparation) : data;
    List<ChannelColumns> channels = new ArrayList<>(roles.channels());
    channels.addAll(roles.organic());
    List<String> names = channels.stream().map(ChannelColumns::name).toList();
    for (ChannelReference reference : channelReferences) {
      if (!names.contains(reference.channel())) {
        throw ConfigCode.UNKNOWN_CHANNEL.error(
            "%s, line %d, %s: there is no channel '%s'."
                .formatted(source, reference.line(), reference.path(), reference.channel()),
            NearestName.of(reference.channel(), names)
                .map("Maybe you meant '%s'."::formatted)
                .orElse("The channels are: " + String.join(", ", names) + "."));
      }
    }
    return new Configuration(roles, model, fit);
  }

  /** Returns the columns that the file names, by path, such as {@code data.channels[0].spend}. */
  public Map<String, String> columns() {
    Map<String, String> columns = new LinkedHashMap<>();
    if (data != null) {
      put(columns, "data.geo", data.geo());
      put(columns, "data.time", data.time());
      put(columns, "data.outcome", data.outcome());
      put(columns, "data.revenue_per_kpi", data.revenuePerKpi());
      put(columns, "data.revenue", data.facts().revenue());
      put(columns, "data.population", data.population());
      for (int i = 0; i < data.channels().size(); i++) {
        ChannelColumns channel = data.channels().get(i);
        put(columns, "data.channels[" + i + "].spend", channel.spend());
        put(columns, "data.channels[" + i + "].exposure", channel.exposure());
        putReach(columns, "data.channels[" + i + "]", channel);
      }
      for (int i = 0; i < data.organic().size(); i++) {
        put(columns, "data.organic[" + i + "].exposure", data.organic().get(i).exposure());
        putReach(columns, "data.organic[" + i + "]", data.organic().get(i));
      }
      for (int i = 0; i < data.controls().size(); i++) {
        put(columns, "data.controls[" + i + "]", data.controls().get(i));
      }
      for (int i = 0; i < data.others().treatments().size(); i++) {
        put(columns, "data.treatments[" + i + "]", data.others().treatments().get(i));
      }
    }
    return columns;
  }

  private static void putReach(Map<String, String> columns, String path, ChannelColumns channel) {
    put(columns, path + ".reach", channel.reach());
    put(columns, path + ".frequency", channel.frequency());
  }

  private static void put(Map<String, String> columns, String path, @Nullable String column) {
    if (column != null) {
      columns.put(path, column);
    }
  }

  /**
   * Adds file and line to an error that a component found in its options, or that a column is
   * missing; the line is that of the list where a list holds names alone.
   *
   * @param path the keys that lead to the component, such as {@code model.saturation.channels.tv}
   *     or {@code model.priors[0]}
   */
  public MmmException located(MmmException error, String path) {
    Integer line = line(error, path);
    if (line == null) {
      return error;
    }
    int number = Integer.parseInt(error.code().substring(error.code().lastIndexOf('-') + 1));
    return new MmmException(
        error.kind(),
        number,
        "%s, line %d, %s: %s".formatted(source, line, path, error.getMessage()),
        error.advice(),
        error);
  }

  /** Returns the line of the option that the error names, else that of the component. */
  private @Nullable Integer line(MmmException error, String path) {
    Pattern option = Pattern.compile(Pattern.quote(path) + "(\\.options)?\\.([^.]+)");
    for (Map.Entry<String, Integer> entry : lines.entrySet()) {
      Matcher key = option.matcher(entry.getKey());
      if (key.matches() && String.valueOf(error.getMessage()).contains("'" + key.group(2) + "'")) {
        return entry.getValue();
      }
    }
    boolean unknownType = error.kind() == ErrorKind.PLUGIN;
    String place = unknownType && lines.containsKey(path + ".type") ? path + ".type" : path;
    Integer found = lines.get(place);
    return found != null || !path.startsWith("data.")
        ? found
        : lines.get(path.replaceFirst("\\[.*", ""));
  }
}
