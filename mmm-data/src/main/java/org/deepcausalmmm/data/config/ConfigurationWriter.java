package org.deepcausalmmm.data.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.deepcausalmmm.data.config.ModelConfig.ComponentChoice;
import org.deepcausalmmm.data.config.ModelConfig.EdgeRules;
import org.jspecify.annotations.Nullable;

/**
 * The writer of a configuration as YAML, every default spelled out, so that {@link
 * ConfigurationReader} reads back an equal one. The same configuration always gives the same text.
 */
public final class ConfigurationWriter {
  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          YAMLFactory.builder()
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .disable(YAMLGenerator.Feature.SPLIT_LINES)
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
              .stringQuotingChecker(new QuoteAllButWords())
              .build());

  /** Returns the configuration as YAML. */
  public String write(Configuration configuration) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("data", DataSectionWriter.data(configuration.data()));
    root.put("model", model(configuration.model()));
    if (!configuration.model().experiments().isEmpty()) {
      root.put("experiments", ExperimentWriter.entries(configuration.model().experiments()));
    }
    root.put("fit", fit(configuration.fit()));
    return yaml(root);
  }

  /** Returns the part {@code experiments:} of a configuration alone. */
  public String writeExperiments(List<ExperimentConfig> experiments) {
    return yaml(Map.of("experiments", ExperimentWriter.entries(experiments)));
  }

  private static String yaml(Map<String, Object> root) {
    try {
      return MAPPER.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A configuration could not be written.", e);
    }
  }

  private static Map<String, Object> model(ModelConfig model) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("temporal", choice(model.temporal()));
    Map<String, Object> structure = choice(model.structure());
    if (!model.edges().equals(EdgeRules.none())) {
      structure.put("edges", edges(model.edges()));
    }
    map.put("structure", structure);
    map.put("saturation", choice(model.saturation()));
    map.put("loss", choice(model.loss()));
    map.put("priors", model.priors().stream().map(ConfigurationWriter::choice).toList());
    map.put("weak_beliefs", model.weakBeliefs());
    return map;
  }

  private static Map<String, Object> choice(ComponentChoice choice) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("type", choice.type());
    if (!choice.options().isEmpty()) {
      map.put("options", new TreeMap<>(choice.options()));
    }
    if (!choice.channels().isEmpty()) {
      Map<String, Object> channels = new TreeMap<>();
      choice.channels().forEach((name, c) -> channels.put(name, choice(c)));
      map.put("channels", channels);
    }
    return map;
  }

  private static Map<String, Object> edges(EdgeRules edges) {
    Map<String, Object> map = new LinkedHashMap<>();
    putUnlessEmpty(map, "required", edges.required());
    putUnlessEmpty(map, "forbidden", edges.forbidden());
    putUnlessEmpty(map, "order", edges.order());
    putUnlessEmpty(map, "tiers", edges.tiers());
    return map;
  }

  private static Map<String, Object> fit(FitConfig fit) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("seed", fit.seed());
    map.put("draws", fit.draws());
    map.put("threads", fit.threads());
    map.put("holdout", fit.holdout());
    map.put("quick", fit.quick());
    map.put("device", fit.device());
    return map;
  }

  private static void put(Map<String, Object> map, String key, @Nullable Object value) {
    if (value != null) {
      map.put(key, value);
    }
  }

  private static void putUnlessEmpty(Map<String, Object> map, String key, List<?> value) {
    if (!value.isEmpty()) {
      map.put(key, value);
    }
  }

  /** Quotation of all words but plain ones, of all that YAML might take for something else. */
  private static final class QuoteAllButWords extends StringQuotingChecker {
    private static final long serialVersionUID = 1L;
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_./-]*");
    private static final Set<String> RESERVED =
        Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

    @Override
    public boolean needToQuoteName(String name) {
      return needToQuoteValue(name);
    }

    @Override
    public boolean needToQuoteValue(String value) {
      return !WORD.matcher(value).matches()
          || RESERVED.contains(value.toLowerCase(java.util.Locale.ROOT));
    }
  }
}
