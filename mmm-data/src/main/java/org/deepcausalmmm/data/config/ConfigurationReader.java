package org.deepcausalmmm.data.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a configuration from YAML. Unknown keys and bad values are refused with the file and the
 * line; absent keys take their defaults.
 */
public final class ConfigurationReader {

  /** Reads a file. */
  public ConfigurationDraft read(Path file) {
    try {
      return read(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw ConfigCode.FILE_UNREADABLE.error(
          Files.exists(file)
              ? "%s cannot be read as a text in UTF-8.".formatted(file)
              : "There is no file %s.".formatted(file),
          "Give the path of a YAML file.",
          e);
    }
  }

  /**
   * Reads a text.
   *
   * @param source what messages call it
   */
  public ConfigurationDraft read(String source, String yaml) {
    String text = yaml.startsWith("\uFEFF") ? yaml.substring(1) : yaml;
    YamlMap root = new YamlMap(source, "", YamlParser.parse(source, text));
    YamlMap data = root.map("data");
    YamlMap model = root.map("model");
    YamlMap fit = root.map("fit");
    root.refuseOthers();
    Map<String, Integer> lines = new HashMap<>();
    DataConfig columns = data == null ? null : DataSection.read(data, lines);
    ModelSection section = new ModelSection();
    ModelConfig config = model == null ? ModelConfig.defaults() : section.read(model);
    lines.putAll(section.lines());
    if (fit != null) {
      lines.put("fit.device", fit.line("device"));
    }
    return new ConfigurationDraft(source, columns, config, fit(fit), section.references(), lines);
  }

  private static FitConfig fit(@Nullable YamlMap fit) {
    FitConfig defaults = FitConfig.defaults();
    if (fit == null) {
      return defaults;
    }
    String named = fit.text("device");
    String device = named == null ? defaults.device() : named;
    if (!device.matches(FitConfig.DEVICES)) {
      throw ConfigCode.OUT_OF_BOUNDS.error(
          "%s is '%s'.".formatted(fit.place(fit.line("device"), "fit.device"), device),
          FitConfig.DEVICE_ADVICE);
    }
    FitConfig read =
        new FitConfig(
            fit.integer("seed", defaults.seed(), Long.MIN_VALUE, Long.MAX_VALUE),
            (int) fit.integer("draws", defaults.draws(), 1, FitConfig.MOST_DRAWS),
            (int) fit.integer("threads", defaults.threads(), 1, FitConfig.MOST_THREADS),
            (int) fit.integer("holdout", defaults.holdout(), 0, FitConfig.MOST_HOLDOUT),
            fit.flag("quick", defaults.quick()),
            device);
    fit.refuseOthers();
    return read;
  }
}
