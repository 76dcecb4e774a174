package org.deepcausalmmm.core.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.deepcausalmmm.api.Belief;
import org.deepcausalmmm.api.Constraint;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.api.ParameterSpec;
import org.deepcausalmmm.api.Parameters;
import org.deepcausalmmm.api.Saturation;
import org.deepcausalmmm.core.engine.ComputeEngine;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.model.ParameterBlock;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.ComponentDiscovery;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.config.FitConfig;
import org.deepcausalmmm.data.config.ModelConfig;
import org.deepcausalmmm.data.config.ModelConfig.ComponentChoice;
import org.deepcausalmmm.data.config.ModelConfig.EdgeRules;
import org.junit.jupiter.api.Test;

/** A prior of a parameter applies to the component of the channel that it names. */
class PriorMeanCheckTest {
  private static final Panel PANEL = SmallWorld.of(1, 20, 3, 0.03, 5).panel();
  private static final ComponentCreator COMPONENTS =
      new ComponentCreator(ComponentDiscovery.fromClassPath());

  /** A curve with a parameter that all its channels share. */
  private record Shared() implements Saturation {
    @Override
    public List<ParameterSpec> parameters() {
      return List.of(
          ParameterSpec.shared(
              "bend", Constraint.real(), Belief.around(0, 1), "", "The same for all channels."));
    }

    @Override
    public NDArray apply(NDArray exposure, Parameters parameters) {
      return exposure;
    }
  }

  @Test
  void aMeanMustLieWithinTheBoundsOfTheNamedChannel() {
    ComponentChoice temporal =
        new ComponentChoice(
            "delayed",
            Map.of("max_delay", 3.0),
            Map.of(
                "channel_0", new ComponentChoice("delayed", Map.of("max_delay", 8.0), Map.of())));
    MediaModel model = model(temporal, ComponentChoice.of("hill"));

    assertThatCode(() -> PriorMeanCheck.require(List.of(delay("channel_0", 5)), model.layout()))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> PriorMeanCheck.require(List.of(delay("channel_1", 5)), model.layout()))
        .isInstanceOf(MmmException.class)
        .hasMessageContaining("3.0");
  }

  @Test
  void aSharedParameterIsThatOfTheNamedChannel() {
    ComponentChoice saturation =
        new ComponentChoice(
            "shared",
            Map.of(),
            Map.of("channel_2", new ComponentChoice("shared", Map.of("steep", true), Map.of())));
    MediaModel model = model(ComponentChoice.of("geometric"), saturation);
    List<ParameterBlock> blocks = model.layout().named("saturation", "bend");

    assertThat(blocks).hasSize(2);
    assertThat(parameter(model, "channel_1")).isCloseTo(blocks.get(0).offset(), within(1e-6));
    assertThat(parameter(model, "channel_2")).isCloseTo(blocks.get(1).offset(), within(1e-6));
    assertThatThrownBy(() -> parameter(model, ""))
        .isInstanceOf(MmmException.class)
        .hasMessageContaining("without a channel");
  }

  @Test
  void aSharedParameterOfOneComponentNeedsNoChannel() {
    ComponentChoice saturation =
        new ComponentChoice("hill", Map.of(), Map.of("channel_1", ComponentChoice.of("shared")));
    MediaModel model = model(ComponentChoice.of("geometric"), saturation);
    ParameterBlock block = model.layout().named("saturation", "bend").get(0);

    assertThat(parameter(model, "")).isCloseTo(block.offset(), within(1e-6));
    assertThat(parameter(model, "channel_1")).isCloseTo(block.offset(), within(1e-6));
    assertThatThrownBy(() -> parameter(model, "channel_0"))
        .isInstanceOf(MmmException.class)
        .hasMessageContaining("for this channel");
  }

  private static ComponentChoice delay(String channel, double mean) {
    Map<String, Object> options = new HashMap<>();
    options.put("component", "temporal");
    options.put("parameter", "delay");
    options.put("channel", channel);
    options.put("mean", mean);
    options.put("sd", 1.0);
    return new ComponentChoice("parameter", options, Map.of());
  }

  private static MediaModel model(ComponentChoice temporal, ComponentChoice saturation) {
    return new MediaModel(
        new ModelConfig(
            temporal,
            ComponentChoice.of("independent"),
            EdgeRules.none(),
            saturation,
            ComponentChoice.of("huber"),
            List.of()),
        PANEL.channelNames(),
        PANEL.regionCount(),
        COMPONENTS::temporal,
        choice -> choice.type().equals("shared") ? new Shared() : COMPONENTS.saturation(choice));
  }

  /** Returns the value that priors see where every parameter equals its index. */
  @SuppressWarnings("NullAway") // a parameter needs no state of the media
  private static double parameter(MediaModel model, String channel) {
    double[] theta = IntStream.range(0, model.layout().size()).asDoubleStream().toArray();
    ComputeEngine engine = ComputeEngine.start(FitConfig.defaults().device(), 1);
    try (NDManager manager = engine.newManager()) {
      MediaQuantities quantities =
          new MediaQuantities(
              TrainingData.of(PANEL, PANEL.weekCount()),
              model,
              new MediaQuantities.Evaluation(
                  null, ComputeEngine.vector(manager, theta, DataType.FLOAT64), null),
              null,
              0);
      return ComputeEngine.doubles(quantities.parameter("saturation", "bend", channel))[0];
    }
  }
}
