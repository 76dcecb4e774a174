package org.deepcausalmmm.data.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.data.config.ConfigurationDraft.ChannelReference;
import org.deepcausalmmm.data.yaml.ConfigCode;
import org.deepcausalmmm.data.yaml.YamlMap;
import org.jspecify.annotations.Nullable;

/**
 * The reader of a configuration from YAML. Unknown keys and bad values are refused with the file
 * and the line; absent keys take their defaults.
 */
public final class ConfigurationReader {

  /** Reads a file. */
  public ConfigurationDraft read(Path file) {
    return read(file.toString(), YamlMap.read(file));
  }

  /**
   * Reads a text.
   *
   * @param source what messages call it
   */
  public ConfigurationDraft read(String source, String yaml) {
    return read(source, YamlMap.read(source, yaml));
  }

  private static ConfigurationDraft read(String source, YamlMap root) {
    YamlMap data = root.map("data");
    YamlMap model = root.map("model");
    YamlMap fit = root.map("fit");
    Map<String, Integer> lines = new HashMap<>();
    ExperimentSection experiments = new ExperimentSection(lines);
    List<ExperimentConfig> learnedFrom = experiments.read(root);
    root.refuseOthers();
    DataConfig columns = data == null ? null : DataSection.read(data, lines);
    DataPreparation preparation =
        columns != null
            ? columns.preparation()
            : data == null ? DataPreparation.none() : PreparationSection.read(data);
    ModelSection section = new ModelSection();
    ModelConfig config = model == null ? ModelConfig.defaults() : section.read(model);
    lines.putAll(section.lines());
    List<ChannelReference> references = new ArrayList<>(section.references());
    references.addAll(experiments.references());
    if (fit != null) {
      lines.put("fit.device", fit.line("device"));
    }
    return new ConfigurationDraft(
        source,
        columns,
        preparation,
        config.withExperiments(learnedFrom),
        fit(fit),
        references,
        lines);
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
