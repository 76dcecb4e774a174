package org.deepcausalmmm.core.plugin.schema;

import static org.deepcausalmmm.core.plugin.schema.SchemaNodes.node;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.deepcausalmmm.api.ParameterSpec;

/**
 * The description of declared parameters, for tables and forms; a configuration does not set them.
 */
final class ParameterSchema {
  private ParameterSchema() {}

  static ArrayNode of(List<ParameterSpec> parameters) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    parameters.forEach(parameter -> array.add(of(parameter)));
    return array;
  }

  private static ObjectNode of(ParameterSpec parameter) {
    ObjectNode node =
        node()
            .put("name", parameter.name())
            .put("description", parameter.doc())
            .put("unit", parameter.unit());
    ArrayNode axes = node.putArray("axes");
    parameter.axes().stream()
        .sorted()
        .forEach(axis -> axes.add(axis.name().toLowerCase(Locale.ROOT)));
    if (!parameter.inner().isEmpty()) {
      parameter.inner().forEach(node.putArray("inner")::add);
    }
    OptionSchema.putBound(node, "exclusiveMinimum", parameter.constraint().lower());
    OptionSchema.putBound(node, "exclusiveMaximum", parameter.constraint().upper());
    node.putObject("belief")
        .put("center", parameter.prior().center())
        .put("sd", parameter.prior().sd())
        .put("commonSd", parameter.prior().commonSd());
    return node;
  }
}
