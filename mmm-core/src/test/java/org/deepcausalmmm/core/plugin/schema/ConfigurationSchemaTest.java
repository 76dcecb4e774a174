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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.core.plugin.ComponentDiscovery;
import org.deepcausalmmm.core.plugin.Components;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.data.config.ConfigurationReader;
import org.deepcausalmmm.data.config.ConfigurationWriter;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.config.FitConfig;
import org.deepcausalmmm.data.config.ModelConfig;
import org.deepcausalmmm.data.config.ModelConfig.ComponentChoice;
import org.deepcausalmmm.data.config.ModelConfig.EdgeRules;
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
                  structure: {edges: {required: [tv -> search], tiers: [[tv], [search]]}}
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
        "model: {temporal: {options: {max_lag: 8}}}",
        "model: {saturation: {channels: {tv: {options: {}}}}}",
        "model: {priors: [{type: return, options: {channel: tv, mean: 2.0}}]}",
        "data: {time: week, outcome: sales, organic: [mail, {name: posts, exposure: reach}]}",
        "fit: {device: gpu0}"
      })
  void acceptsWhatTheReaderAccepts(String yaml) {
    assertThat(problems(yaml)).isEmpty();
    if (!yaml.startsWith("data")) {
      assertThat(new ConfigurationReader().read("test", yaml)).isNotNull();
    }
  }

  @Test
  void acceptsTheExampleAndWhatTheWriterWrites() throws IOException {
    Path example =
        Path.of("..", "mmm-cli", "src", "main", "resources")
            .resolve("org/deepcausalmmm/cli/command/config-example.yaml");
    assertThat(problems(Files.readString(example))).isEmpty();

    ModelConfig defaults = ModelConfig.defaults();
    ModelConfig model =
        new ModelConfig(
            defaults.temporal(),
            defaults.structure(),
            new EdgeRules(List.of("tv -> search"), List.of(), List.of(), List.of()),
            new ComponentChoice("hill", Map.of(), Map.of("tv", ComponentChoice.of("logistic"))),
            defaults.loss(),
            List.of(new ComponentChoice("return", Map.of("channel", "tv", "mean", 2), Map.of())));
    DataConfig data =
        new DataConfig(
            null,
            "week",
            "sales",
            null,
            null,
            List.of(new DataConfig.ChannelColumns("tv", "tv", null)),
            List.of(new DataConfig.ChannelColumns("mail", null, "mail")),
            List.of());
    Configuration written = new Configuration(data, model, FitConfig.defaults());
    assertThat(problems(new ConfigurationWriter().write(written))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "modl: {}",
        "data: {chanels: []}",
        "data: {time: week, outcome: sales, channels: [{spend: tv}]}",
        "data: {time: week, outcome: sales, channels: [{name: tv}]}",
        "data: {time: week, outcome: sales, organic: [{name: tv}]}",
        "data: {time: week, channels: [{name: tv, spend: tv}]}",
        "model: {temporal: {options: {max_leg: 12}}}",
        "model: {temporal: {type: gro}}",
        "model: {temporal: {type: gru, options: {max_leg: 12}}}",
        "model: {temporal: {type: gru, options: {max_lag: 99}}}",
        "model: {temporal: {type: gru, options: {max_lag: 1.5}}}",
        "model: {temporal: {type: hill}}",
        "model: {saturation: {type: hill, channels: {tv: {type: none, channels: {}}}}}",
        "model: {loss: {type: huber, channels: {}}}",
        "model: {edges: {required: [tv -> search]}}",
        "model: {structure: {edges: {required: [tv]}}}",
        "model: {loss: {edges: {}}}",
        "model: {priors: [{type: return, mean: 2}]}",
        "model: {priors: [{type: return}]}",
        "model: {priors: [{type: return, options: {mean: 2}}]}",
        "model: {priors: [{mean: 2}]}",
        "model: {priors: [{type: return, channel: tv, mean: -1}]}",
        "model: {priors: [{type: return, channel: tv, mean: 1, sd: 1}]}",
        "model: {priors: [{type: return, channel: tv, mean: 1, scale: cubic}]}",
        "model: {priors: [{type: return, channel: tv, mean: 1, power: 5}]}",
        "fit: {draws: 0}",
        "fit: {device: tpu}",
        "fit: {seed: many}"
      })
  void refuses(String yaml) {
    assertThat(problems(yaml)).isNotEmpty();
  }

  @Test
  void describesOptionsWithDefaultsAndBounds() {
    JsonNode lag = schema.at("/$defs/temporal.gru/properties/max_lag");

    assertThat(lag.path("type").asText()).isEqualTo("integer");
    assertThat(lag.path("minimum").asInt()).isEqualTo(1);
    assertThat(lag.path("maximum").asInt()).isEqualTo(52);
    assertThat(lag.path("default").asInt()).isEqualTo(26);
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
