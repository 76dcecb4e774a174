package org.deepcausalmmm.validation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.data.config.ModelConfig;
import org.deepcausalmmm.data.config.ModelConfig.ComponentChoice;

/** The parts that an ablation study removes from the model, one at a time. */
public enum Ablation {
  /** Removes nothing. */
  FULL("full", "the default model"),
  /** Replaces the GRU's kernel by geometric carry-over. */
  NO_GRU("no-gru", "geometric carry-over instead of the GRU's kernel"),
  /** Removes the edges between channels. */
  NO_GRAPH("no-graph", "no edges between channels"),
  /** Makes the response proportional to exposure. */
  NO_SATURATION("no-hill", "no saturation"),
  /** Replaces Huber's loss by squared residuals. */
  GAUSSIAN("gaussian", "Gaussian loss instead of Huber's"),
  /** Removes the user's priors and widens the default priors tenfold. */
  NO_PRIORS("no-priors", "no user priors, default priors ten times as wide"),
  /** Holds effectiveness constant over time. */
  CONSTANT("constant", "constant effectiveness"),
  /** Models time-varying effectiveness by a GRU. */
  GRU_EFFECTIVENESS("gru-drift", "time-varying effectiveness from a GRU instead of smooth waves");

  private static final String EFFECTIVENESS = "effectiveness";

  private final String id;
  private final String description;

  Ablation(String id, String description) {
    this.id = id;
    this.description = description;
  }

  /** Returns the name on the command line and in files. */
  public String id() {
    return id;
  }

  /** Returns the difference from the full model. */
  public String description() {
    return description;
  }

  /** Returns the configuration without the removed part. */
  public Configuration applyTo(Configuration configuration) {
    ModelConfig model = configuration.model();
    ComponentChoice structure =
        this == NO_GRAPH ? ComponentChoice.of("independent") : model.structure();
    ComponentChoice saturation =
        this == NO_SATURATION ? ComponentChoice.of("none") : model.saturation();
    ComponentChoice loss = this == GAUSSIAN ? ComponentChoice.of("gaussian") : model.loss();
    List<ComponentChoice> priors = this == NO_PRIORS ? List.of() : model.priors();
    return new Configuration(
        configuration.data(),
        new ModelConfig(
            temporal(model.temporal()),
            structure,
            model.edges(),
            saturation,
            loss,
            priors,
            this == NO_PRIORS || model.weakBeliefs(),
            this == NO_PRIORS ? List.of() : model.experiments()),
        configuration.fit());
  }

  private ComponentChoice temporal(ComponentChoice own) {
    return switch (this) {
      case FULL, NO_GRAPH, NO_SATURATION, GAUSSIAN, NO_PRIORS -> own;
      case NO_GRU -> ComponentChoice.of("geometric");
      case CONSTANT -> with(own, "none");
      case GRU_EFFECTIVENESS -> with(own, "gru");
    };
  }

  private static ComponentChoice with(ComponentChoice own, String effectiveness) {
    Map<String, Object> options = new HashMap<>(own.options());
    options.put(EFFECTIVENESS, effectiveness);
    return new ComponentChoice(own.type(), options, own.channels());
  }
}
