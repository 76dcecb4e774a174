package org.deepcausalmmm.core.plugin.schema;

import static org.deepcausalmmm.core.plugin.schema.SchemaNodes.closedObject;
import static org.deepcausalmmm.core.plugin.schema.SchemaNodes.property;
import static org.deepcausalmmm.core.plugin.schema.SchemaNodes.texts;
import static org.deepcausalmmm.core.plugin.schema.SchemaNodes.typed;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.deepcausalmmm.api.OptionSpec;

/** The JSON schema of declared options. */
final class OptionSchema {
  private static final ObjectMapper JSON = new ObjectMapper();

  private OptionSchema() {}

  /** Returns the schema of an object that holds options. */
  static ObjectNode of(List<OptionSpec> options, String doc) {
    ObjectNode object = closedObject(doc);
    options.forEach(option -> property(object, option.name(), of(option)));
    List<String> required =
        options.stream().filter(OptionSpec::required).map(OptionSpec::name).toList();
    if (!required.isEmpty()) {
      object.set("required", texts(required));
    }
    return object;
  }

  static ObjectNode of(OptionSpec option) {
    ObjectNode node =
        switch (option.type()) {
          case INTEGER -> bounded(typed("integer", option.doc()), option);
          case NUMBER -> bounded(typed("number", option.doc()), option);
          case FLAG -> typed("boolean", option.doc());
          case TEXT -> typed("string", option.doc());
        };
    if (!option.choices().isEmpty()) {
      node.set("enum", texts(option.choices()));
    }
    Object value = option.defaultValue();
    if (value != null) {
      node.set("default", JSON.valueToTree(value));
    }
    return node;
  }

  private static ObjectNode bounded(ObjectNode node, OptionSpec option) {
    putBound(node, "minimum", option.minimum());
    putBound(node, "maximum", option.maximum());
    return node;
  }

  /** Adds a bound, as an integer where it is one; an infinite bound is omitted. */
  static void putBound(ObjectNode node, String keyword, double bound) {
    if (bound == Math.rint(bound) && Math.abs(bound) < 1e15) {
      node.put(keyword, (long) bound);
    } else if (Double.isFinite(bound)) {
      node.put(keyword, bound);
    }
  }
}
