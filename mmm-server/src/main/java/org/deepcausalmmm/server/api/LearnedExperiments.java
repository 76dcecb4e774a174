package org.deepcausalmmm.server.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.deepcausalmmm.data.config.ConfigurationReader;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.base.YamlJson;

/** The entries of experiments that were read, joined to a configuration. */
final class LearnedExperiments {
  private static final String KEY = "experiments";

  private LearnedExperiments() {}

  /**
   * Returns the configuration with the experiments after its own.
   *
   * @param text YAML; blank for the defaults
   * @param entries texts of YAML that hold {@code experiments:} alone
   * @throws org.deepcausalmmm.api.MmmException MMM-CONFIG with the key of the text that is wrong
   */
  static String added(String text, List<String> entries) {
    if (entries.isEmpty()) {
      return text;
    }
    if (!text.isBlank()) {
      new ConfigurationReader().read("config", text);
    }
    ObjectNode root = YamlJson.parse("config", text);
    ArrayNode all = root.withArray("/" + KEY);
    entries.forEach(entry -> YamlJson.parse("experiment", entry).path(KEY).forEach(all::add));
    return Json.text(root);
  }
}
