package org.deepcausalmmm.data.config;

import java.util.List;
import java.util.Map;

/**
 * The components of the model and their options.
 *
 * @param edges what the user knows of the edges between channels
 * @param priors priors in addition to the defaults
 * @param weakBeliefs whether the default priors are widened tenfold, to show what the data alone
 *     say
 * @param experiments measured effects of single channels that the model learns from
 */
public record ModelConfig(
    ComponentChoice temporal,
    ComponentChoice structure,
    EdgeRules edges,
    ComponentChoice saturation,
    ComponentChoice loss,
    List<ComponentChoice> priors,
    boolean weakBeliefs,
    List<ExperimentConfig> experiments) {

  /**
   * The choice of a component.
   *
   * @param type its id
   * @param options by name, as written; checked when the component is created
   * @param channels other choices for single channels, by name; these hold no further ones
   */
  public record ComponentChoice(
      String type, Map<String, Object> options, Map<String, ComponentChoice> channels) {
    public ComponentChoice {
      options = Map.copyOf(options);
      channels = Map.copyOf(channels);
    }

    /** Returns a component with its default options for all channels. */
    public static ComponentChoice of(String type) {
      return new ComponentChoice(type, Map.of(), Map.of());
    }

    /** Returns the choice for a channel. */
    public ComponentChoice forChannel(String channel) {
      return channels.getOrDefault(channel, new ComponentChoice(type, options, Map.of()));
    }
  }

  /**
   * The user's knowledge of the edges, by names of channels.
   *
   * @param required edges that must be there, written {@code tv -> search}
   * @param forbidden edges that must not be there, written likewise
   * @param order causes before effects; empty if unknown
   * @param tiers groups of channels, causes before effects; empty if unknown
   */
  public record EdgeRules(
      List<String> required, List<String> forbidden, List<String> order, List<List<String>> tiers) {
    public EdgeRules {
      required = List.copyOf(required);
      forbidden = List.copyOf(forbidden);
      order = List.copyOf(order);
      tiers = List.copyOf(tiers);
    }

    /** Returns rules that allow every edge and require none. */
    public static EdgeRules none() {
      return new EdgeRules(List.of(), List.of(), List.of(), List.of());
    }
  }

  public ModelConfig {
    priors = List.copyOf(priors);
    experiments = List.copyOf(experiments);
  }

  /** Creates a choice of components with the default priors as they are. */
  public ModelConfig(
      ComponentChoice temporal,
      ComponentChoice structure,
      EdgeRules edges,
      ComponentChoice saturation,
      ComponentChoice loss,
      List<ComponentChoice> priors) {
    this(temporal, structure, edges, saturation, loss, priors, false);
  }

  /** Creates a choice of components without experiments. */
  public ModelConfig(
      ComponentChoice temporal,
      ComponentChoice structure,
      EdgeRules edges,
      ComponentChoice saturation,
      ComponentChoice loss,
      List<ComponentChoice> priors,
      boolean weakBeliefs) {
    this(temporal, structure, edges, saturation, loss, priors, weakBeliefs, List.of());
  }

  /** Returns the default model: GRU, DAG and Hill with a Huber loss. */
  public static ModelConfig defaults() {
    return new ModelConfig(
        ComponentChoice.of("gru"),
        ComponentChoice.of("dag"),
        EdgeRules.none(),
        ComponentChoice.of("hill"),
        ComponentChoice.of("huber"),
        List.of());
  }

  /** Returns a copy with another carry-over. */
  public ModelConfig withTemporal(ComponentChoice newTemporal) {
    return new ModelConfig(
        newTemporal, structure, edges, saturation, loss, priors, weakBeliefs, experiments);
  }

  /** Returns a copy with another structure. */
  public ModelConfig withStructure(ComponentChoice newStructure) {
    return new ModelConfig(
        temporal, newStructure, edges, saturation, loss, priors, weakBeliefs, experiments);
  }

  /** Returns a copy with another loss. */
  public ModelConfig withLoss(ComponentChoice newLoss) {
    return new ModelConfig(
        temporal, structure, edges, saturation, newLoss, priors, weakBeliefs, experiments);
  }

  /** Returns a copy that learns from other experiments. */
  public ModelConfig withExperiments(List<ExperimentConfig> others) {
    return new ModelConfig(
        temporal, structure, edges, saturation, loss, priors, weakBeliefs, others);
  }
}
