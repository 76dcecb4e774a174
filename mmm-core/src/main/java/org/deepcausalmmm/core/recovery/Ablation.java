package org.deepcausalmmm.core.recovery;

import java.util.List;
import org.deepcausalmmm.core.config.Configuration;
import org.deepcausalmmm.core.config.ModelConfig;
import org.deepcausalmmm.core.config.ModelConfig.ComponentChoice;

/** Names what is taken out of the model, one at a time, to see whether it earns its place. */
public enum Ablation {
  /** Takes nothing out. */
  FULL("full", "the default model"),
  /** Lets carry-over fall by a constant factor. */
  NO_GRU("no-gru", "geometric carry-over instead of the GRU's kernel"),
  /** Lets no channel drive another. */
  NO_GRAPH("no-graph", "no edges between channels"),
  /** Lets the response be proportional to exposure. */
  NO_SATURATION("no-hill", "no saturation"),
  /** Scores residuals by their squares. */
  GAUSSIAN("gaussian", "Gaussian loss instead of Huber's"),
  /** Forgets what users believe and widens the default beliefs tenfold. */
  NO_PRIORS("no-priors", "no priors of users, default beliefs ten times as wide");

  private final String id;
  private final String description;

  Ablation(String id, String description) {
    this.id = id;
    this.description = description;
  }

  /** Gives the name on the command line and in files. */
  public String id() {
    return id;
  }

  /** Says what is different. */
  public String description() {
    return description;
  }

  /** Gives the configuration without what is taken out. */
  public Configuration applyTo(Configuration configuration) {
    ModelConfig model = configuration.model();
    ComponentChoice temporal = this == NO_GRU ? ComponentChoice.of("geometric") : model.temporal();
    ComponentChoice structure =
        this == NO_GRAPH ? ComponentChoice.of("independent") : model.structure();
    ComponentChoice saturation =
        this == NO_SATURATION ? ComponentChoice.of("none") : model.saturation();
    ComponentChoice loss = this == GAUSSIAN ? ComponentChoice.of("gaussian") : model.loss();
    List<ComponentChoice> priors = this == NO_PRIORS ? List.of() : model.priors();
    return new Configuration(
        configuration.data(),
        new ModelConfig(
            temporal,
            structure,
            model.edges(),
            saturation,
            loss,
            priors,
            this == NO_PRIORS || model.weakBeliefs()),
        configuration.fit());
  }
}
