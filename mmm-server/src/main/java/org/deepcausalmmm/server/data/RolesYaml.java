package org.deepcausalmmm.server.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.data.config.ConfigurationDraft;
import org.deepcausalmmm.data.config.ConfigurationReader;
import org.deepcausalmmm.data.config.ConfigurationWriter;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.base.YamlJson;

/**
 * The roles of columns in the form of a configuration's {@code data:} section. JSON is YAML, so
 * what the API receives is read, checked and refused by the platform's one reader, and what it
 * shows is what the platform's one writer writes: a new key needs nothing here.
 */
public final class RolesYaml {
  private RolesYaml() {}

  /**
   * Turns roles that a user sends into the text that is stored.
   *
   * @throws org.deepcausalmmm.api.MmmException MMM-CONFIG with the key that is wrong
   */
  public static String fromJson(JsonNode roles) {
    ObjectNode data = Json.object();
    roles
        .properties()
        .forEach(
            entry -> {
              if (!entry.getValue().isNull()) {
                data.set(entry.getKey(), entry.getValue());
              }
            });
    ObjectNode root = Json.object();
    root.set("data", data);
    String text = Json.text(root);
    draft(text);
    return text;
  }

  /** Returns roles that were stored, as a configuration that says nothing else. */
  public static ConfigurationDraft draft(String text) {
    return new ConfigurationReader().read("roles", text);
  }

  /** Returns roles as the API shows them. */
  static ObjectNode toJson(DataConfig roles) {
    ConfigurationDraft defaults = ConfigurationDraft.defaults();
    Configuration whole = new Configuration(roles, defaults.model(), defaults.fit());
    JsonNode data = YamlJson.parse("roles", new ConfigurationWriter().write(whole)).path("data");
    return data instanceof ObjectNode object ? object : Json.object();
  }

  /** Returns the columns that have a role. */
  static Collection<String> columns(DataConfig roles) {
    return draft(fromJson(toJson(roles))).columns().values();
  }
}
