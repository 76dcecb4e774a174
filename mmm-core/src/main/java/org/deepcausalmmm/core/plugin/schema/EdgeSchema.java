package org.deepcausalmmm.core.plugin.schema;

import static org.deepcausalmmm.core.plugin.schema.SchemaNodes.closedObject;
import static org.deepcausalmmm.core.plugin.schema.SchemaNodes.listOf;
import static org.deepcausalmmm.core.plugin.schema.SchemaNodes.property;
import static org.deepcausalmmm.core.plugin.schema.SchemaNodes.typed;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The schema of the constraints on edges between channels. */
final class EdgeSchema {
  private EdgeSchema() {}

  static ObjectNode edges() {
    ObjectNode edge = typed("string", "Two channels, cause first: tv -> search.");
    edge.put("pattern", "^.+->.+$");
    ObjectNode channel = typed("string", "Name of a channel.");
    ObjectNode edges = closedObject("Constraints on the edges between channels.");
    property(edges, "required", listOf(edge, "Edges that must be there."));
    property(edges, "forbidden", listOf(edge, "Edges that must not be there."));
    property(edges, "order", listOf(channel, "All channels, causes before effects."));
    property(
        edges,
        "tiers",
        listOf(listOf(channel, "A tier."), "Groups of channels, causes before effects."));
    return edges;
  }
}
