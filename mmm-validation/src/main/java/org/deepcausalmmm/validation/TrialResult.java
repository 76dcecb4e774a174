package org.deepcausalmmm.validation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.deepcausalmmm.simulation.Truth;

/** Is what came of a world. */
public sealed interface TrialResult {
  /** Gives the name of the world. */
  String name();

  /** Gives the scenario of the world. */
  String scenario();

  /**
   * Was fitted.
   *
   * @param scores the metrics that are defined
   */
  record Recovered(
      String name, String scenario, Truth truth, Estimate estimate, Map<Metric, Double> scores)
      implements TrialResult {
    public Recovered {
      Map<Metric, Double> copy = new EnumMap<>(Metric.class);
      copy.putAll(scores);
      scores = Collections.unmodifiableMap(copy);
    }
  }

  /**
   * Could not be fitted.
   *
   * @param reason the error with its code
   */
  record Failed(String name, String scenario, String reason) implements TrialResult {}
}
