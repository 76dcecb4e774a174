package org.deepcausalmmm.server.base;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.deepcausalmmm.data.yaml.YamlNode;
import org.deepcausalmmm.data.yaml.YamlParser;

/** Texts of YAML as JSON, read by the platform's one reader. */
public final class YamlJson {
  private YamlJson() {}

  /**
   * Parses a text; an empty one is an empty object.
   *
   * @param source what messages call the text
   * @throws org.deepcausalmmm.api.MmmException MMM-CONFIG-002 if it is no YAML, MMM-CONFIG-008 if a
   *     key stands twice
   */
  public static ObjectNode parse(String source, String text) {
    return object(YamlParser.parse(source, text));
  }

  private static JsonNode json(YamlNode node) {
    if (node instanceof YamlNode.Mapping mapping) {
      return object(mapping);
    }
    if (node instanceof YamlNode.Sequence sequence) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      sequence.items().forEach(item -> array.add(json(item)));
      return array;
    }
    return scalar((YamlNode.Scalar) node);
  }

  private static ObjectNode object(YamlNode.Mapping mapping) {
    ObjectNode object = Json.object();
    mapping.entries().forEach((key, value) -> object.set(key, json(value)));
    return object;
  }

  private static JsonNode scalar(YamlNode.Scalar scalar) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    Object value = scalar.value();
    if (value == null) {
      return nodes.nullNode();
    }
    if (value instanceof Boolean flag) {
      return nodes.booleanNode(flag);
    }
    if (value instanceof Integer number) {
      return nodes.numberNode(number);
    }
    if (value instanceof Long number) {
      return nodes.numberNode(number);
    }
    if (value instanceof Double number) {
      return nodes.numberNode(number);
    }
    return nodes.textNode(scalar.text());
  }
}
