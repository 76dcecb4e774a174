package org.deepcausalmmm.core.plugin.schema;

import static org.deepcausalmmm.core.plugin.schema.SchemaNodes.closedObject;
import static org.deepcausalmmm.core.plugin.schema.SchemaNodes.listOf;
import static org.deepcausalmmm.core.plugin.schema.SchemaNodes.property;
import static org.deepcausalmmm.core.plugin.schema.SchemaNodes.texts;
import static org.deepcausalmmm.core.plugin.schema.SchemaNodes.typed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.deepcausalmmm.data.config.ExperimentConfig.ExperimentKind;

/** The schema of the list {@code experiments:} of a configuration. */
final class ExperimentSchema {
  private ExperimentSchema() {}

  static ObjectNode experiments() {
    ObjectNode one = closedObject("An experiment that the model learns from.");
    property(one, "name", typed("string", "Name in reports."));
    property(one, "channel", typed("string", "The tested channel."));
    ObjectNode kind = typed("string", "What the treated regions did.");
    kind.set("enum", texts(ExperimentKind.ids()));
    property(one, "kind", kind);
    property(
        one, "regions", listOf(typed("string", "A region."), "Treated regions; all if absent."));
    property(one, "from", label("The first week of the treatment."));
    property(one, "to", label("The last week of the treatment."));
    property(
        one,
        "cool_down",
        typed("integer", "Weeks after it that the read-out includes.")
            .put("minimum", 0)
            .put("maximum", 104)
            .put("default", 0));
    ObjectNode spend = closedObject("Spend in the treated regions and weeks.");
    property(spend, "actual", amount("What was spent."));
    property(spend, "without", amount("What would have been spent without the experiment."));
    spend.set("required", texts(List.of("actual", "without")));
    property(one, "spend", spend);
    property(
        one, "lift", typed("number", "Outcome gained in the treated regions over the read-out."));
    property(
        one,
        "standard_error",
        typed("number", "Standard error of the lift.").put("exclusiveMinimum", 0));
    property(one, "source", typed("string", "Where the result comes from."));
    one.set("required", texts(List.of("channel", "kind", "from", "to", "lift", "standard_error")));
    return listOf(one, "Experiments that the model learns from.");
  }

  private static ObjectNode label(String doc) {
    ObjectNode either = SchemaNodes.node();
    either.putArray("anyOf").add(typed("string", doc)).add(typed("integer", doc));
    return either.put("description", doc);
  }

  private static ObjectNode amount(String doc) {
    return typed("number", doc).put("minimum", 0);
  }
}
