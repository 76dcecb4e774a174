package org.deepcausalmmm.core.plugin.schema;

import static org.deepcausalmmm.core.plugin.schema.SchemaNodes.closedObject;
import static org.deepcausalmmm.core.plugin.schema.SchemaNodes.node;
import static org.deepcausalmmm.core.plugin.schema.SchemaNodes.property;
import static org.deepcausalmmm.core.plugin.schema.SchemaNodes.reference;
import static org.deepcausalmmm.core.plugin.schema.SchemaNodes.texts;
import static org.deepcausalmmm.core.plugin.schema.SchemaNodes.typed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import org.deepcausalmmm.api.OptionSpec;
import org.deepcausalmmm.core.plugin.ComponentKind;
import org.deepcausalmmm.core.plugin.DiscoveredComponent;

/** The JSON schema of a choice among the components of one kind. */
final class ComponentSchema {
  /** The annotation that holds the parameters of a component. */
  static final String PARAMETERS = "x-mmm-parameters";

  private final ComponentKind kind;
  private final List<DiscoveredComponent> components;

  ComponentSchema(ComponentKind kind, List<DiscoveredComponent> components) {
    this.kind = kind;
    this.components = components;
  }

  /** Adds definitions of each component's options and of the choice among them. */
  void define(ObjectNode definitions) {
    components.forEach(component -> definitions.set(name(component.id()), options(component)));
    definitions.set(kind.key(), kind == ComponentKind.PRIOR ? prior() : choice(false));
    if (variesByChannel()) {
      definitions.set(byChannelName(), choice(true));
    }
  }

  /** Refers to the choice of a prior, which always names its type. */
  ObjectNode chosen() {
    return reference(kind.key());
  }

  /** Refers to the choice; without a type, the options are those of the default. */
  ObjectNode chosen(String byDefault) {
    ObjectNode choice = reference(variesByChannel() ? byChannelName() : kind.key());
    if (components.stream().anyMatch(component -> component.id().equals(byDefault))) {
      ObjectNode condition = choice.putObject("if").putObject("not");
      condition.putArray("required").add("type");
      choice.putObject("then").putObject("properties").set("options", reference(name(byDefault)));
    }
    choice.putObject("default").put("type", byDefault);
    return choice;
  }

  private String byChannelName() {
    return kind.key() + "-by-channel";
  }

  private String name(String id) {
    return kind.key() + "." + id;
  }

  private boolean variesByChannel() {
    return kind == ComponentKind.TEMPORAL || kind == ComponentKind.SATURATION;
  }

  private ObjectNode options(DiscoveredComponent component) {
    ObjectNode options = OptionSchema.of(component.options(), component.info().description());
    options.put("title", component.id());
    component
        .parameters()
        .ifPresent(declared -> options.set(PARAMETERS, ParameterSchema.of(declared)));
    return options;
  }

  private ObjectNode choice(boolean byChannel) {
    ObjectNode choice = closedObject("Chooses a " + kind.key() + " component.");
    property(choice, "type", type());
    property(choice, "options", typed("object", "Options of the component."));
    if (byChannel) {
      ObjectNode channels = typed("object", "Other choices for single channels, by name.");
      channels.set("additionalProperties", reference(kind.key()));
      property(choice, "channels", channels);
    }
    if (kind == ComponentKind.STRUCTURE) {
      property(choice, "edges", EdgeSchema.edges());
    }
    addCases(choice, this::nested);
    return choice;
  }

  /**
   * Returns the schema of the choice of a prior, whose options are keys of its own or of {@code
   * options}.
   */
  private ObjectNode prior() {
    ObjectNode choice = typed("object", "Chooses a prior and sets its options.");
    choice.putObject("properties").set("type", type());
    choice.putArray("required").add("type");
    addCases(
        choice,
        component -> {
          ObjectNode either = node();
          either.putArray("anyOf").add(withType(component)).add(closed(nested(component)));
          return either;
        });
    return choice;
  }

  private ObjectNode type() {
    ObjectNode type = typed("string", "Which " + kind.key() + " component.");
    type.set("enum", texts(components.stream().map(DiscoveredComponent::id).toList()));
    return type;
  }

  private void addCases(ObjectNode choice, Function<DiscoveredComponent, ObjectNode> then) {
    for (DiscoveredComponent component : components) {
      ObjectNode dependent = choice.withArray("allOf").addObject();
      ObjectNode condition = dependent.putObject("if");
      condition.putObject("properties").putObject("type").put("const", component.id());
      condition.putArray("required").add("type");
      dependent.set("then", then.apply(component));
    }
  }

  private ObjectNode nested(DiscoveredComponent component) {
    ObjectNode then = node();
    then.putObject("properties").set("options", reference(name(component.id())));
    if (component.options().stream().anyMatch(OptionSpec::required)) {
      then.putArray("required").add("options");
    }
    return then;
  }

  private static ObjectNode closed(ObjectNode nested) {
    property(nested, "type", node());
    return nested.put("additionalProperties", false);
  }

  private static ObjectNode withType(DiscoveredComponent component) {
    ObjectNode options = OptionSchema.of(component.options(), component.info().description());
    return property(options, "type", node());
  }
}
