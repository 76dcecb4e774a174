package org.deepcausalmmm.core.plugin.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;

/** The building blocks of JSON schemas. */
final class SchemaNodes {
  private SchemaNodes() {}

  static ObjectNode node() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode texts(Collection<String> values) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    values.forEach(array::add);
    return array;
  }

  /**
   * Returns the schema of an object whose keys are added to {@code properties}; others are errors.
   */
  static ObjectNode closedObject(String doc) {
    ObjectNode object = typed("object", doc);
    object.putObject("properties");
    return object.put("additionalProperties", false);
  }

  static ObjectNode typed(String type, String doc) {
    return node().put("type", type).put("description", doc);
  }

  /** Returns the schema of a value that may also be {@code null}. */
  static ObjectNode nullable(String type, String doc) {
    ObjectNode node = node();
    node.putArray("type").add(type).add("null");
    return node.put("description", doc);
  }

  static ObjectNode listOf(JsonNode items, String doc) {
    ObjectNode list = typed("array", doc);
    list.set("items", items);
    return list;
  }

  static ObjectNode reference(String definition) {
    return node().put("$ref", "#/$defs/" + definition);
  }

  static ObjectNode property(ObjectNode object, String key, JsonNode value) {
    ((ObjectNode) object.required("properties")).set(key, value);
    return object;
  }
}
