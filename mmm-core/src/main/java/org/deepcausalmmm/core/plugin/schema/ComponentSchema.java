package org.deepcausalmmm.core.plugin.schema;

import static org.deepcausalmmm.core.plugin.schema.SchemaNodes.closedObject;
import static org.deepcausalmmm.core.plugin.schema.SchemaNodes.node;
import static org.deepcausalmmm.core.plugin.schema.SchemaNodes.property;
import static org.deepcausalmmm.core.plugin.schema.SchemaNodes.reference;
import static org.deepcausalmmm.core.plugin.schema.SchemaNodes.texts;
import static org.deepcausalmmm.core.plugin.schema.SchemaNodes.typed;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.deepcausalmmm.api.OptionSpec;
import org.deepcausalmmm.core.plugin.ComponentKind;
import org.deepcausalmmm.core.plugin.DiscoveredComponent;

/** Turns the components of one kind into the JSON schema of a choice among them. */
final class ComponentSchema {
  /** The annotation that holds the parameters of a component. */
  static final String PARAMETERS = "x-mmm-parameters";

  private final ComponentKind kind;
  private final List<DiscoveredComponent> components;

  ComponentSchema(ComponentKind kind, List<DiscoveredComponent> components) {
    this.kind = kind;
    this.components = components;
  }

  /** Adds a definition for each component and for the choice among them. */
  void define(ObjectNode definitions) {
    components.forEach(component -> definitions.set(name(component), options(component)));
    definitions.set(choiceName(), choice(false));
    if (variesByChannel()) {
      definitions.set(choiceName() + "-by-channel", choice(true));
    }
  }

  /** Refers to the choice, with the part for single channels where there is one. */
  ObjectNode choice() {
    return reference(variesByChannel() ? choiceName() + "-by-channel" : choiceName());
  }

  private String choiceName() {
    return kind.key();
  }

  private String name(DiscoveredComponent component) {
    return kind.key() + "." + component.id();
  }

  private boolean variesByChannel() {
    return kind == ComponentKind.TEMPORAL || kind == ComponentKind.SATURATION;
  }

  /** Describes a component's options; those of a prior stand beside its type. */
  private ObjectNode options(DiscoveredComponent component) {
    ObjectNode options = OptionSchema.of(component.options(), component.info().description());
    if (kind == ComponentKind.PRIOR) {
      property(options, "type", node().put("const", component.id()));
    }
    options.put("title", component.id());
    component
        .parameters()
        .ifPresent(declared -> options.set(PARAMETERS, ParameterSchema.of(declared)));
    return options;
  }

  private ObjectNode choice(boolean byChannel) {
    ObjectNode choice =
        kind == ComponentKind.PRIOR
            ? typed("object", "Chooses a prior and sets its options.")
            : nested(byChannel);
    ObjectNode type = typed("string", "Which " + kind.key() + " component.");
    type.set("enum", texts(components.stream().map(DiscoveredComponent::id).toList()));
    if (kind == ComponentKind.PRIOR) {
      choice.putObject("properties");
    }
    property(choice, "type", type);
    choice.putArray("required").add("type");
    ArrayNode cases = choice.putArray("allOf");
    components.forEach(component -> cases.add(dependsOnType(component)));
    if (cases.isEmpty()) {
      choice.remove("allOf");
    }
    return choice;
  }

  private ObjectNode nested(boolean byChannel) {
    ObjectNode choice = closedObject("Chooses a " + kind.key() + " component.");
    property(choice, "options", typed("object", "Options of the component."));
    if (byChannel) {
      ObjectNode channels = typed("object", "Other choices for single channels, by name.");
      channels.set("additionalProperties", reference(choiceName()));
      property(choice, "channels", channels);
    }
    return choice;
  }

  private ObjectNode dependsOnType(DiscoveredComponent component) {
    ObjectNode dependent = node();
    ObjectNode condition = dependent.putObject("if");
    condition.putObject("properties").putObject("type").put("const", component.id());
    condition.putArray("required").add("type");
    if (kind == ComponentKind.PRIOR) {
      dependent.set("then", reference(name(component)));
    } else {
      ObjectNode then = dependent.putObject("then");
      then.putObject("properties").set("options", reference(name(component)));
      if (component.options().stream().anyMatch(OptionSpec::required)) {
        then.putArray("required").add("options");
      }
    }
    return dependent;
  }
}
