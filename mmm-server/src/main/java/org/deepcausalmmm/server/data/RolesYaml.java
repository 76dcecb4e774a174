package org.deepcausalmmm.server.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.deepcausalmmm.data.config.ConfigurationDraft;
import org.deepcausalmmm.data.config.ConfigurationReader;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.base.ServerCode;

/**
 * The roles of columns in the form of a configuration's {@code data:} section. JSON is YAML, so
 * what the API receives is read, checked and refused by the platform's one reader.
 */
public final class RolesYaml {
  private RolesYaml() {}

  /**
   * Turns roles that a user sends into the text that is stored.
   *
   * @throws org.deepcausalmmm.api.MmmException MMM-CONFIG with the key that is wrong
   */
  public static String fromJson(JsonNode roles) {
    ObjectNode root = Json.object();
    ObjectNode data = withoutNulls(roles);
    root.set("data", data);
    String text = Json.text(root);
    read(text);
    return text;
  }

  private static ObjectNode withoutNulls(JsonNode roles) {
    ObjectNode data = Json.object();
    roles
        .properties()
        .forEach(
            entry -> {
              if (!entry.getValue().isNull()) {
                data.set(entry.getKey(), entry.getValue());
              }
            });
    return data;
  }

  /** Reads roles that were stored. */
  public static DataConfig read(String text) {
    ConfigurationDraft draft = new ConfigurationReader().read("roles", text);
    DataConfig roles = draft.data();
    if (roles == null) {
      throw ServerCode.FIELD_MISSING.error(
          "No roles are given.", "Name the columns of time, outcome and channels.");
    }
    return roles;
  }
}
