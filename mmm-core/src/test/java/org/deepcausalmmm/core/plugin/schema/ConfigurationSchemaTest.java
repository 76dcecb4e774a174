package org.deepcausalmmm.core.plugin.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.deepcausalmmm.core.plugin.ComponentDiscovery;
import org.deepcausalmmm.core.plugin.Components;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationSchemaTest {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private final ObjectNode schema =
      ConfigurationSchema.of(
          ComponentDiscovery.fromClassPath().plus(Components.of(new SamplePrior())));

  @Test
  void isASchemaOfTheDraftThatItNames() {
    Schema meta =
        REGISTRY.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
    assertThat(meta.validate(schema)).isEmpty();
    assertThat(schema.path("$schema").asText())
        .isEqualTo(SpecificationVersion.DRAFT_2020_12.getDialectId());
  }

  @Test
  void acceptsAFullConfiguration() {
    assertThat(
            problems(
                """
                data:
                  geo: geo
                  time: week
                  outcome: revenue
                  revenue_per_kpi: null
                  population: population
                  channels:
                    - {name: tv, spend: tv_spend, exposure: tv_impressions}
                  organic: []
                  controls: [weather, price_index]
                model:
                  temporal: {type: gru, options: {max_lag: 12}}
                  edges: {required: [tv -> search], tiers: [[tv], [search]]}
                  saturation: {type: hill, channels: {tv: {type: logistic}}}
                  loss: {type: huber}
                  priors: [{type: return, channel: tv, mean: 2.0, marginal: true}]
                fit: {seed: 7, draws: 200}
                """))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "modl: {}",
        "data: {chanels: []}",
        "data: {channels: [{spend: tv}]}",
        "model: {temporal: {options: {max_lag: 12}}}",
        "model: {temporal: {type: gro}}",
        "model: {temporal: {type: gru, options: {max_leg: 12}}}",
        "model: {temporal: {type: gru, options: {max_lag: 99}}}",
        "model: {temporal: {type: gru, options: {max_lag: 1.5}}}",
        "model: {temporal: {type: hill}}",
        "model: {saturation: {type: hill, channels: {tv: {type: none, channels: {}}}}}",
        "model: {loss: {type: huber, channels: {}}}",
        "model: {edges: {required: [tv]}}",
        "model: {priors: [{type: return, mean: 2}]}",
        "model: {priors: [{type: return, channel: tv, mean: -1}]}",
        "model: {priors: [{type: return, channel: tv, mean: 1, sd: 1}]}",
        "model: {priors: [{type: return, channel: tv, mean: 1, scale: cubic}]}",
        "model: {priors: [{type: return, channel: tv, mean: 1, power: 5}]}",
        "fit: {draws: 0}",
        "fit: {seed: many}"
      })
  void refuses(String yaml) {
    assertThat(problems(yaml)).isNotEmpty();
  }

  @Test
  void describesOptionsWithDefaultsAndBounds() {
    JsonNode lag = schema.at("/$defs/temporal.gru/properties/max_lag");

    assertThat(lag.path("type").asText()).isEqualTo("integer");
    assertThat(lag.path("minimum").asInt()).isZero();
    assertThat(lag.path("maximum").asInt()).isEqualTo(52);
    assertThat(lag.path("default").asInt()).isEqualTo(12);
    assertThat(lag.path("description").asText()).isNotBlank();
    JsonNode mean = schema.at("/$defs/prior.return/properties/mean");
    assertThat(mean.has("minimum")).isTrue();
    assertThat(mean.has("maximum")).isFalse();
    assertThat(mean.has("default")).isFalse();
  }

  @Test
  void listsTheParametersOfAComponent() {
    JsonNode parameters = schema.at("/$defs/saturation.hill/" + ComponentSchema.PARAMETERS);

    assertThat(parameters).isNotEmpty();
    assertThat(parameters)
        .allSatisfy(p -> assertThat(p.path("description").asText()).isNotBlank())
        .anySatisfy(
            p -> {
              assertThat(p.path("axes")).extracting(JsonNode::asText).contains("channel");
              assertThat(p.path("exclusiveMinimum").isNumber()).isTrue();
              assertThat(p.at("/belief/sd").asDouble()).isPositive();
            });
  }

  private List<String> problems(String yaml) {
    List<Error> errors = REGISTRY.getSchema(schema).validate(yaml, InputFormat.YAML);
    return errors.stream().map(Object::toString).toList();
  }
}
