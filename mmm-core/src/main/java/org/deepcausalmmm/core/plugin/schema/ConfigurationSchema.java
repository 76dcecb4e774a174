package org.deepcausalmmm.core.plugin.schema;

import static org.deepcausalmmm.core.plugin.schema.SchemaNodes.closedObject;
import static org.deepcausalmmm.core.plugin.schema.SchemaNodes.listOf;
import static org.deepcausalmmm.core.plugin.schema.SchemaNodes.node;
import static org.deepcausalmmm.core.plugin.schema.SchemaNodes.property;
import static org.deepcausalmmm.core.plugin.schema.SchemaNodes.typed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.deepcausalmmm.core.plugin.ComponentKind;
import org.deepcausalmmm.core.plugin.Components;
import org.deepcausalmmm.data.config.FitConfig;
import org.deepcausalmmm.data.config.ModelConfig;

/** The JSON schema (draft 2020-12) of the configuration file, installed plugins included. */
public final class ConfigurationSchema {
  private ConfigurationSchema() {}

  /**
   * Returns the schema of the configuration.
   *
   * <p>Each component has a definition {@code kind.id} with its options; its parameters, which a
   * configuration does not set, are listed there under {@code x-mmm-parameters}.
   */
  public static ObjectNode of(Components components) {
    ObjectNode schema = node().put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "Configuration of a marketing-mix model");
    schema.setAll(closedObject("The roles of the data, the model and how it is fitted."));
    property(schema, "data", DataSchema.data());
    property(schema, "model", model(components));
    property(schema, "experiments", ExperimentSchema.experiments());
    property(schema, "fit", fit());
    ObjectNode definitions = schema.putObject("$defs");
    for (ComponentKind kind : ComponentKind.values()) {
      schemaOf(kind, components).define(definitions);
    }
    return schema;
  }

  private static ComponentSchema schemaOf(ComponentKind kind, Components components) {
    return new ComponentSchema(kind, components.ofKind(kind));
  }

  private static ObjectNode model(Components components) {
    ModelConfig defaults = ModelConfig.defaults();
    ObjectNode model = closedObject("The components of the model.");
    choice(model, ComponentKind.TEMPORAL, components, defaults.temporal());
    choice(model, ComponentKind.STRUCTURE, components, defaults.structure());
    choice(model, ComponentKind.SATURATION, components, defaults.saturation());
    choice(model, ComponentKind.LOSS, components, defaults.loss());
    property(
        model,
        "priors",
        listOf(
            schemaOf(ComponentKind.PRIOR, components).chosen(),
            "Priors in addition to the defaults."));
    property(
        model,
        "weak_beliefs",
        typed("boolean", "Widen the default priors tenfold, so that the data dominate.")
            .put("default", defaults.weakBeliefs()));
    return model;
  }

  private static void choice(
      ObjectNode model,
      ComponentKind kind,
      Components components,
      ModelConfig.ComponentChoice byDefault) {
    property(model, kind.key(), schemaOf(kind, components).chosen(byDefault.type()));
  }

  private static ObjectNode fit() {
    FitConfig defaults = FitConfig.defaults();
    ObjectNode fit = closedObject("How the model is fitted.");
    property(
        fit,
        "seed",
        typed("integer", "Seed of all random numbers.").put("default", defaults.seed()));
    property(
        fit,
        "draws",
        count("Number of posterior draws.", 1, 100_000).put("default", defaults.draws()));
    property(fit, "threads", count("Threads of the engine.", 1, 1024));
    property(
        fit,
        "holdout",
        count("Number of last weeks that are withheld from the fit and only scored.", 0, 10_000)
            .put("default", defaults.holdout()));
    property(
        fit,
        "quick",
        typed("boolean", "Fewer steps, for a first look.").put("default", defaults.quick()));
    property(
        fit,
        "device",
        typed("string", "Device of the engine: cpu or gpu0.")
            .put("pattern", "^(cpu|gpu[0-9]+)$")
            .put("default", defaults.device()));
    return fit;
  }

  private static ObjectNode count(String doc, int minimum, int maximum) {
    return typed("integer", doc).put("minimum", minimum).put("maximum", maximum);
  }
}
